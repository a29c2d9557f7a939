#include "common/schema.h"

#include "common/utf8.h"

namespace pantau {

std::string to_hex(std::uint64_t number) {
  std::string out(16, '0');
  for (auto digit = out.rbegin(); digit != out.rend(); ++digit, number >>= 4U)
    *digit = "0123456789abcdef"[number & 0xFU];
  return out;
}

std::string label_term(std::string_view prefix, std::string_view value) {
  std::string term{prefix};
  if (value.size() <= max_label_bytes) return term.append(value);
  const std::string hash = to_hex(fnv1a(value));
  return term.append(value.substr(0, utf8_floor(value, max_label_bytes - hash.size())))
      .append(hash);
}

}  // namespace pantau
