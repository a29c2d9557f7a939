// Charsets: what tells them, and that only valid UTF-8 comes out.
#include "indexer/crawl/charset.h"

#include <doctest/doctest.h>
#include <unicode/ucnv.h>

#include "common/utf8.h"

namespace pantau {
namespace {

std::string encode(const std::string& utf8, const char* charset) {
  std::string out(utf8.size() * 4 + 16, '\0');
  UErrorCode status = U_ZERO_ERROR;
  out.resize(static_cast<std::size_t>(
      ucnv_convert(charset, "UTF-8", out.data(), static_cast<std::int32_t>(out.size()), utf8.data(),
                   static_cast<std::int32_t>(utf8.size()), &status)));
  REQUIRE(U_SUCCESS(status));
  return out;
}

std::string page(const std::string& head, const std::string& text) {
  return "<html><head>" + head + "<title>" + text + "</title></head></html>";
}

const std::string chinese = "国家互联网信息办公室约谈企业，要求对深度合成技术开展安全评估";
const std::string traditional = "數位發展部要求平台業者對深度偽造技術進行安全評估並提出報告";
const std::string japanese = "規制当局は深層偽造技術について企業に安全性の評価を求めた";
const std::string korean = "규제 당국은 딥페이크 기술에 대한 안전성 평가를 기업에 요구했다";
const std::string russian = "Регулятор начал проверку использования персональных данных";
const std::string french = "Le régulateur européen a ouvert une enquête – « première » étape";

}  // namespace

TEST_CASE("a declared charset is obeyed") {
  struct Case {
    const std::string& text;
    const char* charset;
    std::string_view label;
  };
  const Case cases[] = {
      {chinese, "GB18030", "gb2312"},
      {chinese, "GB18030", "GBK"},
      {chinese, "GB18030", "gb18030"},
      {traditional, "Big5-HKSCS", "big5"},
      {traditional, "Big5-HKSCS", "Big5-HKSCS"},
      {japanese, "windows-31j", "Shift_JIS"},
      {japanese, "windows-31j", "x-sjis"},
      {japanese, "EUC-JP", "euc-jp"},
      {japanese, "ISO-2022-JP", "iso-2022-jp"},
      {korean, "windows-949", "euc-kr"},
      {korean, "windows-949", "ks_c_5601-1987"},
      {russian, "KOI8-R", "koi8-r"},
      {russian, "windows-1251", "windows-1251"},
      {russian, "windows-1251", "cp1251"},
      {russian, "ISO-8859-5", "ISO-8859-5"},
      {french, "windows-1252", "iso-8859-1"},
      {french, "windows-1252", "latin1"},
      {french, "windows-1252", "us-ascii"},
      {french, "UTF-16LE", "utf-16"},
      {french, "UTF-16BE", "utf-16be"},
      {french, "UTF-8", "utf8"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.label);
    CHECK(to_utf8(encode(page("", c.text), c.charset), c.label) == page("", c.text));
  }
}

TEST_CASE("a charset is told by mark, header, meta and markup, in this order") {
  const std::string meta = "<meta charset=\"koi8-r\">";
  const std::string http_equiv =
      "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=koi8-r'>";
  CHECK(to_utf8("\xEF\xBB\xBF" + page(meta, french), "gbk") == page(meta, french));
  CHECK(to_utf8("\xFF\xFE" + encode(page(meta, russian), "UTF-16LE"), "koi8-r") ==
        page(meta, russian));
  CHECK(to_utf8("\xFE\xFF" + encode(page(meta, russian), "UTF-16BE"), "") == page(meta, russian));
  CHECK(to_utf8(std::string{"\xFF\xFE\0\0", 4} + encode(russian, "UTF-32LE"), "") == russian);
  CHECK(to_utf8(encode(page(meta, russian), "windows-1251"), "windows-1251") ==
        page(meta, russian));
  CHECK(to_utf8(encode(page(meta, russian), "KOI8-R"), "") == page(meta, russian));
  CHECK(to_utf8(encode(page(http_equiv, russian), "KOI8-R"), "") == page(http_equiv, russian));
  const std::string xml = "<?xml version='1.0' encoding='koi8-r'?>" + russian;
  CHECK(to_utf8(encode(xml, "KOI8-R"), "") == xml);
}

const std::string polish =
    "Rada miasta przegłosowała obowiązek oznaczania nagrań, które zmieniło oprogramowanie";

TEST_CASE("an undeclared charset is detected") {
  struct Case {
    const std::string& text;
    const char* charset;
  };
  const Case cases[] = {
      {chinese, "GB18030"},     {japanese, "windows-31j"},   {japanese, "EUC-JP"},
      {korean, "windows-949"},  {russian, "KOI8-R"},         {russian, "windows-1251"},
      {french, "windows-1252"}, {traditional, "Big5-HKSCS"}, {french, "UTF-8"},
      {french, "UTF-16LE"},     {russian, "UTF-8"},          {japanese, "ISO-2022-JP"},
      {russian, "IBM866"},      {polish, "windows-1250"},    {russian, "UTF-16BE"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.charset);
    const std::string text = page("", c.text + ". " + c.text);
    CHECK(to_utf8(encode(text, c.charset), "") == text);
  }
}

TEST_CASE("a wrong label does no harm where the bytes speak for themselves") {
  CHECK(to_utf8(page("", russian), "iso-8859-1") == page("", russian));
  CHECK(to_utf8(page("<meta charset=windows-1251>", french), "") ==
        page("<meta charset=windows-1251>", french));
  CHECK(to_utf8(page("", chinese), "gbk") == page("", chinese));
  CHECK(to_utf8(encode(page("", russian + russian), "windows-1251"), "utf-8") ==
        page("", russian + russian));
  CHECK(to_utf8(encode(page("<meta charset=koi8-r>", russian), "KOI8-R"), "utf-8") ==
        page("<meta charset=koi8-r>", russian));
  CHECK(to_utf8(page("<meta charset=utf-16>", russian), "") ==
        page("<meta charset=utf-16>", russian));
  CHECK(to_utf8(page("", french), "no-such-charset") == page("", french));
  // A few broken bytes in a long text of UTF-8 do not make it another charset.
  CHECK(to_utf8(russian + "\xff" + russian, "") == russian + "\xEF\xBF\xBD" + russian);
}

TEST_CASE("whatever comes in, valid UTF-8 goes out") {
  std::string bytes;
  unsigned state = 1;
  for (int i = 0; i < 4096; ++i) {
    state = state * 1103515245U + 12345U;
    bytes += static_cast<char>(state >> 16);
  }
  for (const std::string_view label : {"", "utf-8", "gb18030", "shift_jis", "big5", "euc-kr",
                                       "iso-2022-jp", "utf-16", "utf-7", "x-user-defined"}) {
    CAPTURE(label);
    CHECK(is_valid_utf8(to_utf8(bytes, label)));
  }
  CHECK(to_utf8("", "") == "");
  CHECK(to_utf8("a\0b\x1b[31m", "").find('\x1b') == std::string::npos);
}

TEST_CASE("labels mean what browsers take them for") {
  struct Case {
    std::string_view label, converter;
  };
  constexpr Case cases[] = {
      {"ISO-8859-1", "windows-1252"},
      {"iso_8859-9", "windows-1254"},
      {"tis-620", "windows-874"},
      {"ISO-8859-2", "ISO-8859-2"},
      {" UTF-8 ", "UTF-8"},
      {"windows-1258", "windows-1258"},
      {"x-cp1250", "windows-1250"},
      {"utf-7", ""},
      {"ibm-37", ""},
      {"windows-1259", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.label);
    CHECK(find_converter(c.label) == c.converter);
  }
}

TEST_CASE("UTF-16 and UTF-32 are told from what is binary") {
  CHECK(is_wide_unicode(encode(page("", french), "UTF-16LE")));
  CHECK(is_wide_unicode(encode(page("", chinese), "UTF-16BE")));
  CHECK(is_wide_unicode("\xFE\xFF" + encode(chinese, "UTF-16BE")));
  CHECK_FALSE(is_wide_unicode(page("", french)));
  CHECK_FALSE(is_wide_unicode("\xEF\xBB\xBF" + page("", french)));
  CHECK_FALSE(is_wide_unicode(""));
  CHECK_FALSE(is_wide_unicode("\x89PNG\r\n\x1A\n"));
}

}  // namespace pantau
