#include "searcher/lexicon/compiler/lexicon_builder.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "searcher/lexicon/lexicon.h"
#include "searcher/lexicon/lexicon_image.h"

namespace pantau {
namespace {

namespace image = lexicon_image;

/// What a translation without a share weighs; `minor` ones half as much.
constexpr double usual_weight = 2, minor_weight = 1;
/// What a stem without a share gets in a word that has some: the least that is ever given.
constexpr double least_share = 0.05;

void put(std::string& bytes, std::size_t number, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i)
    bytes += static_cast<char>(static_cast<unsigned char>(number >> (8 * i) & 0xFF));
}

std::size_t count_words(std::string_view words) {
  return static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
}

/// Bytes of an image under way. What is appended never moves, so its offset can be written down.
class Image {
 public:
  Image() : bytes_(image::head_bytes, '\0') {}

  /// Where `text` lies; appended the first time.
  std::size_t place(const std::string& text) {
    const auto [known, is_new] = texts_.try_emplace(text, bytes_.size());
    if (is_new) {
      put(bytes_, text.size(), 1);
      bytes_ += text;
    }
    return known->second;
  }

  /// Begins something that is made of numbers.
  std::size_t begin() {
    bytes_.resize((bytes_.size() + 3) / 4 * 4, '\0');
    return bytes_.size();
  }
  void number(std::size_t value, std::size_t width = 4) { put(bytes_, value, width); }

  /// The whole, with `head` after the magic bytes and its own size.
  [[nodiscard]] std::string finish(const std::vector<std::size_t>& head) const {
    std::string start{image::magic};
    put(start, bytes_.size(), 4);
    for (const std::size_t value : head) put(start, value, 4);
    return start + bytes_.substr(image::head_bytes);
  }

 private:
  std::string bytes_;
  std::unordered_map<std::string, std::size_t> texts_;
};

struct TableRow {
  std::size_t text, target;
};

/// Appends a table; puts its place and size into the head.
void append_table(Image& out, const std::vector<TableRow>& rows, std::vector<std::size_t>& head) {
  head.push_back(out.begin());
  head.push_back(rows.size());
  for (const TableRow& row : rows) {
    out.number(row.text);
    out.number(row.target);
  }
}

/// Sets the shares of one source: of each stem what is given for it, and within a stem by weight.
/// Where nothing is given, by weight alone.
void share_out(LexiconBuilder::Options& options, bool from_freedict) {
  using Option = LexiconBuilder::Option;
  struct Group {
    double share = 0, weight = 0;
  };
  const auto each = [&](const auto& visit) {
    for (auto& [name, option] : options)
      if (name.first == from_freedict) visit(option);
  };
  const auto weight_of = [](const Option& option) {
    return option.minor ? minor_weight : usual_weight;
  };
  bool any_given = false;
  each([&](const Option& option) { any_given |= option.per_cent > 0; });
  std::map<std::string, Group> groups;
  each([&](const Option& option) {
    Group& group = groups[any_given ? option.stem : std::string{}];
    group.weight += weight_of(option);
    group.share = !any_given ? 1 : option.per_cent > 0 ? option.per_cent / 100.0 : least_share;
  });
  double sum = 0;
  for (const auto& [stem, group] : groups) sum += group.share;
  each([&](Option& option) {
    const Group& group = groups[any_given ? option.stem : std::string{}];
    option.share = group.share / sum * weight_of(option) / group.weight;
  });
}

std::size_t append_entry(Image& out, LexiconBuilder::Options& options) {
  struct Row {
    double share;
    std::size_t text, flags;
  };
  std::vector<Row> rows;
  for (const bool from_freedict : {false, true}) {
    share_out(options, from_freedict);
    const auto first = static_cast<std::ptrdiff_t>(rows.size());
    for (const auto& [name, option] : options) {
      if (name.first != from_freedict) continue;
      const unsigned flags = (from_freedict ? image::flag_freedict : 0U) |
                             (option.ambiguous ? image::flag_ambiguous : 0U);
      rows.push_back({option.share, out.place(name.second), flags});
    }
    std::stable_sort(rows.begin() + first, rows.end(),
                     [](const Row& a, const Row& b) { return a.share > b.share; });
  }
  const std::size_t offset = out.begin();
  out.number(rows.size());
  for (const Row& row : rows) {
    out.number(row.text);
    out.number(static_cast<std::size_t>(std::lround(row.share * image::whole_share)), 2);
    out.number(row.flags, 2);
  }
  return offset;
}

}  // namespace

void LexiconBuilder::add(const WordPair& pair) {
  const std::string english = fold(pair.english), indonesian = fold(pair.indonesian);
  if (english.empty() || indonesian.empty() || english == indonesian) return;
  const auto enter = [&](Headwords& side, const std::string& from, const std::string& to,
                         unsigned per_cent) {
    if (count_words(from) > max_entry_words) return;
    side[from].try_emplace({pair.from_freedict, to}, Option{pair.ambiguous, pair.minor, per_cent});
  };
  enter(english_, english, indonesian, pair.to_indonesian);
  enter(indonesian_, indonesian, english, pair.to_english);
}

std::string LexiconBuilder::fold(std::string_view text) {
  std::string words;
  for (const Word& word : analyzer_.words(text)) {
    if (!words.empty()) words += ' ';
    words += word.form;
  }
  return words.size() > image::max_string_bytes ? std::string{} : words;
}

std::string LexiconBuilder::stem(std::string_view words, std::string_view language) {
  std::string stems;
  while (true) {
    const std::size_t end = std::min(words.find(' '), words.size());
    const std::string_view term = analyzer_.term(words.substr(0, end), language);
    stems += term.substr(term.find(':') + 1);
    if (end == words.size()) return stems;
    stems += ' ';
    words.remove_prefix(end + 1);
  }
}

/// Spreads the shares of the glossary over all lines with the same stems.
void LexiconBuilder::share_by_stem(Headwords& side, std::string_view from, std::string_view to) {
  std::map<std::pair<std::string, std::string>, unsigned> given;
  const auto each = [&](const auto& visit) {
    for (auto& [words, options] : side) {
      const std::string own = stem(words, from);
      for (auto& [name, option] : options)
        if (!name.first) visit(own, name.second, option);
    }
  };
  each([&](const std::string& own, const std::string& translation, Option& option) {
    option.stem = stem(translation, to);
    unsigned& most = given[{own, option.stem}];
    most = std::max(most, option.per_cent);
  });
  each([&](const std::string& own, const std::string& /*translation*/, Option& option) {
    option.per_cent = given[{own, option.stem}];
  });
}

std::string LexiconBuilder::image() {
  Image out;
  std::vector<std::size_t> head;
  for (Headwords* const side : {&english_, &indonesian_}) {
    const bool is_english = side == &english_;
    const std::string_view language = is_english ? "en" : "id";
    share_by_stem(*side, language, is_english ? "id" : "en");
    std::vector<TableRow> headwords, stems;
    std::map<std::string, std::vector<std::size_t>> by_stem;
    for (auto& [words, options] : *side) {
      by_stem[stem(words, language)].push_back(headwords.size());
      headwords.push_back({out.place(words), append_entry(out, options)});
    }
    for (const auto& [stemmed, rows] : by_stem) {
      const std::size_t text = out.place(stemmed);
      stems.push_back({text, out.begin()});
      out.number(rows.size());
      for (const std::size_t row : rows) out.number(row);
    }
    append_table(out, headwords, head);
    append_table(out, stems, head);
  }
  return out.finish(head);
}

}  // namespace pantau
