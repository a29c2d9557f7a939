#include "searcher/render/plain_line.h"
#include "searcher/render/render.h"

namespace pantau {

void render_explanation(const Explanation& explanation, std::ostream& out) {
  out << "as read:  " << plain_line(explanation.as_read)
      << "\nlanguage: " << (explanation.language.empty() ? "undetermined" : explanation.language)
      << '\n';
  for (const std::string& query : explanation.as_run)
    out << "as run:   " << plain_line(query) << '\n';
}

}  // namespace pantau
