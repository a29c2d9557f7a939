#include "searcher/query/outlet_name.h"

#include "common/schema.h"

namespace pantau {

std::optional<Alternative> outlet_called(const std::string& name, const NameSources& sources) {
  const std::string folded = folded_name(name, sources.analyzer);
  if (folded.empty()) return {};
  std::string whole = label_term(whole_outlet_prefix, folded);
  if (sources.vocabulary.documents(whole) > 0)
    return Alternative{{{std::move(whole), 0, 0}}, Joined::sum, 0, WordOrigin::label};
  Alternative words{{}, Joined::phrase, 0, WordOrigin::label};
  for (const Word& word : sources.analyzer.words(name))
    words.terms.push_back({std::string{field("outlet").prefix} + word.form, 0, 0});
  words.window = static_cast<unsigned>(words.terms.size());
  return words;
}

}  // namespace pantau
