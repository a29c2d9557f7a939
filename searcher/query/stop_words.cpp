#include "searcher/query/stop_words.h"

#include <string>

#include "common/embedded.h"

namespace pantau {
bool is_stop_word(std::string_view form, std::string_view language) {
  std::string line{"\n"};
  line.append(language).append("\t").append(form).append("\n");
  return embedded::stop_words.find(line) != std::string_view::npos;
}

}  // namespace pantau
