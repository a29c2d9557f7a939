#include "common/host_name.h"

#include <memory>

#include <unicode/bytestream.h>
#include <unicode/idna.h>

namespace pantau {
namespace {

using Conversion = void (icu::IDNA::*)(icu::StringPiece, icu::ByteSink&, icu::IDNAInfo&,
                                       UErrorCode&) const;

std::string convert(const std::string& host, Conversion conversion) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::IDNA> idna{icu::IDNA::createUTS46Instance(
      UIDNA_USE_STD3_RULES | UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE,
      status)};
  if (U_FAILURE(status)) return {};
  icu::IDNAInfo info;
  std::string out;
  icu::StringByteSink<std::string> sink{&out};
  (idna.get()->*conversion)(host, sink, info, status);
  return U_FAILURE(status) || info.hasErrors() ? std::string{} : out;
}

}  // namespace

std::string host_in_ascii(const std::string& host) {
  return convert(host, &icu::IDNA::nameToASCII_UTF8);
}

std::string host_in_own_script(const std::string& host) {
  return convert(host, &icu::IDNA::nameToUnicodeUTF8);
}

}  // namespace pantau
