#include <array>
#include <cstdio>

#include "searcher/render/render.h"

namespace pantau {
namespace {

/// The last column of a run file: who made it.
constexpr std::string_view run_tag = "pantau";

}  // namespace

std::string trec_id(std::string_view id) {
  std::string out;
  for (const char c : id) {
    if (c == ' ' || (c >= '\t' && c <= '\r'))
      out += "%20";
    else
      out += c;
  }
  return out;
}

void render_trec(std::string_view query_id, const SearchResults& results, std::ostream& out) {
  std::size_t rank = results.offset;
  for (const Hit& hit : results.hits) {
    std::array<char, 64> score{};
    std::snprintf(score.data(), score.size(), "%.6f", hit.score);
    out << trec_id(query_id) << " Q0 " << trec_id(display_id(hit.article)) << ' ' << ++rank << ' '
        << score.data() << ' ' << run_tag << '\n';
  }
}

}  // namespace pantau
