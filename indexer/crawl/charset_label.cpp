// Labels of charsets as pages write them, and the ICU converters that decode them as browsers do
// (WHATWG Encoding Standard, section 4.2). Converters that browsers refuse, such as UTF-7, are left
// out.
#include <algorithm>
#include <array>
#include <charconv>

#include "common/text.h"
#include "indexer/crawl/charset.h"
#include "indexer/crawl/header_fields.h"

namespace pantau {
namespace {

struct Label {
  std::string_view label;  // letters and digits only
  std::string_view converter;
};

constexpr std::array labels{
    Label{"utf8", "UTF-8"},
    Label{"unicode11utf8", "UTF-8"},
    Label{"unicode", "UTF-16LE"},
    Label{"utf16", "UTF-16LE"},
    Label{"utf16le", "UTF-16LE"},
    Label{"ucs2", "UTF-16LE"},
    Label{"utf16be", "UTF-16BE"},
    Label{"ascii", "windows-1252"},
    Label{"usascii", "windows-1252"},
    Label{"ansix341968", "windows-1252"},
    Label{"latin1", "windows-1252"},
    Label{"l1", "windows-1252"},
    Label{"latin2", "ISO-8859-2"},
    Label{"l2", "ISO-8859-2"},
    Label{"latin5", "windows-1254"},
    Label{"l9", "ISO-8859-15"},
    Label{"latin9", "ISO-8859-15"},
    Label{"arabic", "ISO-8859-6"},
    Label{"greek", "ISO-8859-7"},
    Label{"hebrew", "ISO-8859-8"},
    Label{"logical", "ISO-8859-8"},
    Label{"visual", "ISO-8859-8"},
    Label{"iso88598i", "ISO-8859-8"},
    Label{"iso88598e", "ISO-8859-8"},
    Label{"cyrillic", "ISO-8859-5"},
    Label{"tis620", "windows-874"},
    Label{"dos874", "windows-874"},
    Label{"windows874", "windows-874"},
    Label{"koi8", "KOI8-R"},
    Label{"koi", "KOI8-R"},
    Label{"koi8r", "KOI8-R"},
    Label{"cskoi8r", "KOI8-R"},
    Label{"koi8u", "KOI8-U"},
    Label{"koi8ru", "KOI8-U"},
    Label{"ibm866", "ibm-866"},
    Label{"cp866", "ibm-866"},
    Label{"866", "ibm-866"},
    Label{"macintosh", "macintosh"},
    Label{"mac", "macintosh"},
    Label{"xmacroman", "macintosh"},
    Label{"xmaccyrillic", "x-mac-cyrillic"},
    Label{"xmacukrainian", "x-mac-cyrillic"},
    Label{"gb2312", "GB18030"},
    Label{"gb231280", "GB18030"},
    Label{"csgb2312", "GB18030"},
    Label{"chinese", "GB18030"},
    Label{"euccn", "GB18030"},
    Label{"gbk", "GB18030"},
    Label{"xgbk", "GB18030"},
    Label{"cp936", "GB18030"},
    Label{"ms936", "GB18030"},
    Label{"gb18030", "GB18030"},
    Label{"big5", "Big5-HKSCS"},
    Label{"big5hkscs", "Big5-HKSCS"},
    Label{"cnbig5", "Big5-HKSCS"},
    Label{"xxbig5", "Big5-HKSCS"},
    Label{"csbig5", "Big5-HKSCS"},
    Label{"cp950", "Big5-HKSCS"},
    Label{"shiftjis", "windows-31j"},
    Label{"sjis", "windows-31j"},
    Label{"xsjis", "windows-31j"},
    Label{"csshiftjis", "windows-31j"},
    Label{"mskanji", "windows-31j"},
    Label{"windows31j", "windows-31j"},
    Label{"ms932", "windows-31j"},
    Label{"cp932", "windows-31j"},
    Label{"eucjp", "EUC-JP"},
    Label{"xeucjp", "EUC-JP"},
    Label{"iso2022jp", "ISO-2022-JP"},
    Label{"csiso2022jp", "ISO-2022-JP"},
    Label{"euckr", "windows-949"},
    Label{"cseuckr", "windows-949"},
    Label{"ksc5601", "windows-949"},
    Label{"ksc56011987", "windows-949"},
    Label{"ksc56011989", "windows-949"},
    Label{"korean", "windows-949"},
    Label{"uhc", "windows-949"},
    Label{"cp949", "windows-949"},
    Label{"windows949", "windows-949"},
};

// The number after one of `prefixes`, or 0.
int number_after(std::string_view label, std::initializer_list<std::string_view> prefixes) {
  for (const std::string_view prefix : prefixes) {
    if (!label.starts_with(prefix)) continue;
    label.remove_prefix(prefix.size());
    int number = 0;
    const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), number);
    return error == std::errc{} && end == label.data() + label.size() ? number : 0;
  }
  return 0;
}

}  // namespace

std::string find_converter(std::string_view label) {
  std::string key = to_lower_ascii(label);
  std::erase_if(key, [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
  const auto* row = std::find_if(labels.begin(), labels.end(),
                                 [&](const Label& one) { return one.label == key; });
  if (row != labels.end()) return std::string{row->converter};
  const int windows = number_after(key, {"windows", "cp", "xcp"});
  if (windows >= 1250 && windows <= 1258) return "windows-" + std::to_string(windows);
  // Browsers read these three as the Windows charsets that pages in them really use.
  switch (const int iso = number_after(key, {"iso8859", "csisolatin"})) {
    case 0:
      return {};
    case 1:
      return "windows-1252";
    case 9:
      return "windows-1254";
    case 11:
      return "windows-874";
    default:
      return iso <= 16 ? "ISO-8859-" + std::to_string(iso) : std::string{};
  }
}

}  // namespace pantau
