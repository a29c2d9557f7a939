#include "searcher/query/term_sieve.h"

#include <algorithm>
#include <array>

#include "common/embedded.h"
#include "common/stemmer.h"
#include "common/tsv.h"

namespace pantau {

TermSieve::TermSieve(const std::unordered_set<std::string>& terms, std::string_view language)
    : kind_{language == "en"   ? Kind::english
            : language == "id" ? Kind::indonesian
                               : Kind::all} {
  if (kind_ == Kind::all) return;
  const std::string space = term_namespace(language);
  std::unordered_set<std::string_view> stems;
  std::array<bool, 256> initial{};  // of a stem: spares nine of ten rows of the list a look
  for (const std::string& term : terms)
    if (term.starts_with(space) && term.size() > space.size())
      stems.insert(std::string_view{term}.substr(space.size()));
  for (const std::string_view stem : stems)
    initial[static_cast<unsigned char>(stem.front())] = true;
  for (const std::string_view stem : stems)
    if (kind_ == Kind::english)
      initials_ += stem.front();
    else
      cores_.emplace_back(stem.substr(1));
  if (!stems.empty())
    for_each_tsv_pair(
        kind_ == Kind::english ? embedded::english_stems : embedded::indonesian_stems,
        [&](std::string_view form, std::string_view stem) {
          if (initial[static_cast<unsigned char>(stem.front())] && stems.contains(stem))
            forms_.insert(form);
        });
}

/// Snowball's English cuts endings off, and the list has irregular forms ("went"). Its Indonesian
/// cuts endings and beginnings, and may write another letter before what is left (menyewa, sewa);
/// other stems come from the list only.
bool TermSieve::lets_through(std::string_view form) const {
  if (kind_ == Kind::all) return true;
  if (kind_ == Kind::english)
    return initials_.find(form.front()) != std::string::npos || forms_.contains(form);
  return std::any_of(
             cores_.begin(), cores_.end(),
             [&](const std::string& core) { return form.find(core) != std::string_view::npos; }) ||
         forms_.contains(form);
}

}  // namespace pantau
