#include "tests/searcher/query_bombs.h"

#include <string_view>

namespace pantau {
namespace {

using namespace std::string_view_literals;

/// `start`, then `unit` again and again; a "#" in it counts up.
struct Shape {
  std::string_view name, start, unit;
};

constexpr Shape shapes[] = {
    // what is left open, closed, empty
    {"quotes", "", "\""},
    {"empty phrases", "", "\" \" "},
    {"open phrases", "", "\"a# "},
    {"curly quotes", "", "“"},
    {"unlike quotes", "", "«a#„b「c"},
    {"parentheses", "", "("},
    {"closing parentheses", "", ")"},
    {"empty groups", "", "() "},
    {"groups", "", "(a# "},
    {"groups in groups", "", "(a# AND (b OR "},
    {"excluded groups", "", "-("},
    {"required groups", "", "+(a# "},
    {"groups of a field", "", "title:("},
    {"groups of a name", "", "outlet:(a# "},
    {"groups of an address", "", "url:x("},
    // operators
    {"NOT", "", "NOT "},
    {"NOT in groups", "a ", "NOT (a# "},
    {"AND NOT in groups", "", "(a# AND NOT "},
    {"AND", "", "AND "},
    {"OR", "", "OR "},
    {"NEAR", "", "NEAR "},
    {"words joined by AND", "", "a# AND "},
    {"words joined by OR", "", "a# OR "},
    {"a word of all AND", "", "the AND "},
    {"AND and OR", "", "a# AND the OR "},
    {"NEAR of words", "", "a# NEAR/9 "},
    {"NEAR of stop words", "", "the NEAR/5 of NEAR/5 "},
    {"NEAR of one stop word", "", "the NEAR/100 "},
    {"NEAR of phrases", "", "\"the of\" NEAR/100 "},
    {"NEAR too far", "", "the NEAR/1000000 of "},
    {"NEAR of huge numbers", "", "a NEAR/99999999999999999999999 b "},
    {"NEAR in titles", "", "title:the NEAR/50 "},
    {"required words", "", "+a# "},
    {"required stop words", "", "+the +of "},
    {"excluded words", "the ", "-a# "},
    {"excluded stop words", "a1 ", "-the "},
    {"excluded prefixes", "the ", "-a#* "},
    {"signs", "", "+-"},
    {"signs apart", "", "+ - "},
    // words
    {"words", "", "a# "},
    {"one word", "", "regulation "},
    {"stop words", "", "the of and to in "},
    {"words in no article", "", "zxqv#k "},
    {"words nearly in an article", "", "regulatoin deepfkae "},
    {"a phrase of words", "\"", "a# "},
    {"a phrase of stop words", "\"", "the of "},
    {"phrases", "", "\"a# the\" "},
    {"phrases of stop words", "", "\"the of\" "},
    {"phrases of one stop word", "", "\"the the the the\" "},
    {"a run of words", "", "the-of-"},
    {"a run of numbered words", "", "a#-"},
    {"a required run", "+", "the/of/"},
    {"a long word", "", "a"},
    {"a long number", "", "9"},
    {"a number of points", "", "3.14."},
    {"prefixes of all", "", "a* "},
    {"prefixes", "", "a#* "},
    {"required prefixes", "", "+a* "},
    {"prefixes and words", "", "a* AND the AND "},
    {"stars", "", "*"},
    {"stars apart", "", "* "},
    {"a prefix behind a run", "a-", "b-a* "},
    {"prefixes in titles", "", "title:a* "},
    // fields
    {"titles", "", "title:a# "},
    {"a title of stop words", "title:\"", "the of "},
    {"authors", "", "author:a# "},
    {"author prefixes", "", "author:a* "},
    {"outlets", "", "outlet:a# "},
    {"hosts", "", "host:a#.example "},
    {"host prefixes", "", "host:a* "},
    {"addresses", "", "url:https://a.example/# "},
    {"ids", "", "id:# "},
    {"languages", "", "lang:en "},
    {"a list of languages", "lang:", "en,id,"},
    {"all fields", "", "title:a outlet:b author:c lang:en host:d id:e date:2021 "},
    {"fields without a value", "", "title: "},
    {"mistyped fields", "", "titel:a# "},
    {"fields of fields", "", "title:outlet:"},
    {"dates", "", "date:2021 "},
    {"dates apart", "", "date:2020..2021 OR "},
    {"dates of huge numbers", "", "date:99999999999999999999 "},
    {"impossible dates", "", "date:2021-99-99 "},
    {"open dates", "", "date:.. "},
    {"points of a date", "date:", "."},
    // bytes
    {"NUL", "", "\0"sv},
    {"NUL in words", "", "a\0b "sv},
    {"invalid UTF-8", "", "\xFF\xFE\x80 "},
    {"cut UTF-8", "", "\xE2\x80 \xF0\x9F "},
    {"overlong UTF-8", "", "\xC0\xAF\xE0\x80\xAF"},
    {"surrogates", "", "\xED\xA0\x80\xED\xB0\x80 "},
    {"beyond Unicode", "", "\xF4\x90\x80\x80 "},
    {"noncharacters", "", "\uFFFE\uFFFF "},
    {"bidi controls", "", "\u202Ea# \u2066AND\u2069 \u200F"},
    {"bidi controls alone", "", "\u202E"},
    {"zero width", "", "a\u200B\u200D\uFEFF"},
    {"controls", "", "\x1B[31m\x07\x08 "},
    {"line ends", "", "a#\r\n\v\f\u2028"},
    {"white space", "", "\u3000\u00A0 \t"},
    {"backslashes", "", "\\"},
    {"backslashed words", "", "\\AND \\a#* "},
    // scripts
    {"combining marks", "e", "\u0301"},
    {"combined words", "", "e\u0301\u0323\u0302# "},
    {"emoji", "", "👩\u200D👩\u200D👧"},
    {"flags", "", "🇮🇩"},
    {"emoji words", "", "😀# "},
    {"Chinese", "", "监管数据保护深度合成"},
    {"Chinese words", "", "监管# "},
    {"a Chinese phrase", "\"", "监管数据"},
    {"Japanese", "", "データ保護のきせい"},
    {"Thai", "", "กฎหมายคุ้มครองข้อมูล"},
    {"Korean", "", "데이터보호 "},
    {"Arabic", "", "حماية البيانات "},
    {"mixed scripts", "", "aя监กあ한ا"},
    {"ligatures that unfold", "", "\uFDFA"},
    {"ligature words that unfold", "", "\uFDFA# "},
    {"full width", "", "Ａ# ＡＮＤ "},
    {"full-width quotes", "", "＂a#＂"},
    // what is meant for others
    {"markup", "", "<script>alert(1)</script>"},
    {"addresses as words", "", "https://a.example/#?b=c&d "},
    {"an address", "https://a.example/", "a#/"},
    {"mail addresses", "", "a#@b.example "},
    {"percent signs", "", "%00%n%s "},
    {"options", "", "--db -- -x "},
    {"punctuation", "", "!?.,;:'&|^~"},
    {"regular expressions", "", "(a+)+$ .* [a-z]* "},
};

std::string filled(const Shape& shape, std::size_t bytes) {
  std::string text{shape.start};
  for (std::size_t count = 0; text.size() + shape.unit.size() < bytes; ++count)
    for (const char c : shape.unit)
      if (c == '#')
        text += std::to_string(count);
      else
        text += c;
  return text;
}

}  // namespace

std::vector<QueryBomb> query_bombs() {
  constexpr std::size_t some = 2'000, most = 65'000, too_many = 1'000'000;
  std::vector<QueryBomb> bombs{{"nothing", ""}};
  for (const Shape& shape : shapes)
    for (const std::size_t bytes : {some, most})
      bombs.push_back(
          {std::string{shape.name} + ", " + std::to_string(bytes), filled(shape, bytes)});
  for (std::size_t shape = 0; shape < std::size(shapes); shape += 31)
    bombs.push_back({std::string{shapes[shape].name} + ", " + std::to_string(too_many),
                     filled(shapes[shape], too_many)});
  return bombs;
}

}  // namespace pantau
