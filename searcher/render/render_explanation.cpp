#include "searcher/render/render.h"
#include "searcher/render/terminal_text.h"

namespace pantau {

void render_explanation(const Explanation& explanation, std::ostream& out) {
  out << "as read:  " << terminal_text(explanation.as_read)
      << "\nlanguage: " << (explanation.language.empty() ? "undetermined" : explanation.language)
      << '\n';
  for (const std::string& query : explanation.as_run)
    out << "as run:   " << terminal_text(query) << '\n';
}

}  // namespace pantau
