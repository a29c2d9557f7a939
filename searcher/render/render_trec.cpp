#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>

#include "searcher/render/render.h"

namespace pantau {
namespace {

/// The last column of a run file: who made it.
constexpr std::string_view run_tag = "pantau";

/// The greatest score that trec_eval, which reads single precision and takes equal scores in the
/// order of their ids, puts after `score` when it is printed with six decimals.
double just_below(double score) {
  constexpr double last_decimal = 1e-6;
  const auto next = static_cast<double>(
      std::nextafter(static_cast<float>(score), -std::numeric_limits<float>::infinity()));
  return std::min(next, score - last_decimal);
}

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
  double last = std::numeric_limits<double>::infinity();
  for (const Hit& hit : results.hits) {
    last = std::min(hit.score, std::isinf(last) ? last : just_below(last));
    std::array<char, 64> score{};
    std::snprintf(score.data(), score.size(), "%.6f", last);
    out << trec_id(query_id) << " Q0 " << trec_id(display_id(hit.article)) << ' ' << ++rank << ' '
        << score.data() << ' ' << run_tag << '\n';
  }
}

}  // namespace pantau
