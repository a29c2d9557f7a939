#include "common/schema.h"

#include "common/hash.h"
#include "common/utf8.h"

namespace pantau {

std::string label_term(std::string_view prefix, std::string_view value) {
  std::string term{prefix};
  if (value.size() <= max_label_bytes) return term.append(value);
  const std::string hash = to_hex(fnv1a(value));
  return term.append(value.substr(0, utf8_floor(value, max_label_bytes - hash.size())))
      .append(hash);
}

}  // namespace pantau
