#include "searcher/search/question_plan.h"

#include <algorithm>
#include <utility>

#include "common/error.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "searcher/query/answer_rule.h"
#include "searcher/query/entity_value.h"
#include "searcher/query/expand.h"
#include "searcher/query/query_language.h"
#include "searcher/search/article_lookup.h"
#include "searcher/search/index_vocabulary.h"
#include "searcher/search/match_filters.h"
#include "searcher/search/similar.h"
#include "searcher/search/to_xapian.h"

namespace pantau {
namespace {

ParseOptions parse_options(const SearchRequest& request) {
  ParseOptions options;
  options.all_words = request.words == WordsAsked::all;
  options.strict = request.strict;
  options.plain = request.plain;
  return options;
}

/// The words of a tree that are looked for in the text of articles, operators and names left out.
void append_words(const QueryNode& node, std::string& words) {
  if (node.field == nullptr || node.field->kind == FieldKind::text)
    if (node.children.empty()) words += ' ' + node.text;
  for (const QueryNode& child : node.children) append_words(child, words);
}

class Planner {
 public:
  Planner(const SearchRequest& request, const IndexSnapshot& index, ReadingTools& tools)
      : request_{request}, index_{index}, tools_{tools}, vocabulary_{index.all} {}

  QuestionPlan plan() {
    if (request_.like.empty())
      read_query();
    else
      read_source();
    plan_.truncated = plan_.parsed.truncated;
    plan_.language = language();
    plan_.weighs_words =
        request_.words == WordsAsked::enough && !plan_.parsed.has_or && !plan_.source;
    for (const std::string& entity : request_.entities)
      if (std::string note = entity_value(entity, tools_.analyzer).note; !note.empty())
        plan_.notes.insert(std::move(note));
    for (const LanguagePartition& partition : searched_partitions())
      plan_.partitions.push_back(plan_partition(partition));
    return std::move(plan_);
  }

 private:
  [[nodiscard]] DocumentFrequency frequencies() {
    return [this](const std::string& term) { return vocabulary_.documents(term); };
  }

  /// Without words all that the filters let through is asked for.
  void read_query() {
    plan_.parsed = parse_query(request_.query, parse_options(request_));
    if (request_.is_filter_only()) plan_.parsed.root.kind = QueryNode::Kind::everything;
  }

  /// Asks for more like the article that the request names.
  void read_source() {
    if (const auto named = find_named(index_.all, request_.like)) {
      source_term_ = named->term;
      plan_.source = decode_article(index_.all.get_document(named->id).get_data());
      if (const LanguagePartition* partition =
              find_partition(index_.partitions, term_namespace(plan_.source->language)))
        plan_.parsed.root =
            similar_query(*plan_.source, *partition, tools_.analyzer, frequencies());
      return;
    }
    throw Error{Error::Kind::missing,
                "no article in the index has the address or id " + request_.like};
  }

  std::string language() {
    if (plan_.source) return plan_.source->language;
    if (!request_.query_language.empty()) return request_.query_language;
    std::string words;
    append_words(plan_.parsed.root, words);
    return query_language(words, tools_.analyzer, tools_.lexicon, index_.partitions, frequencies());
  }

  /// The partitions searched, each with the languages asked for only.
  [[nodiscard]] std::vector<LanguagePartition> searched_partitions() const {
    if (request_.languages.empty()) return index_.partitions;
    std::vector<LanguagePartition> searched;
    for (LanguagePartition partition : index_.partitions) {
      std::erase_if(partition.codes, [&](const std::string& code) {
        const auto& wanted = request_.languages;
        return std::find(wanted.begin(), wanted.end(), code) == wanted.end();
      });
      if (!partition.codes.empty()) searched.push_back(std::move(partition));
    }
    return searched;
  }

  PartitionPlan plan_partition(const LanguagePartition& partition) {
    const ExpansionTarget target{partition, plan_.language,
                                 find_partition(index_.partitions, term_namespace(plan_.language)),
                                 request_.translate && !plan_.source};
    const TranslationSources words{tools_.lexicon, tools_.entities};
    PartitionPlan plan;
    do {
      plan.expanded = expand(plan_.parsed.root, target, {tools_.analyzer, vocabulary_, words});
    } while (vocabulary_.fetch_missing());
    plan_.truncated |= plan.expanded.truncated;
    plan_.notes.insert(plan.expanded.notes.begin(), plan.expanded.notes.end());
    plan.wanted = match_terms(plan.expanded);
    plan.meanings = meanings(plan.expanded);
    plan.ideal = ideal_of(plan.expanded);
    plan.has_partial = count_asked(plan.expanded.root) > 1;
    narrow(plan.expanded);
    plan.query = to_xapian(plan.expanded.root);
    if (plan_.weighs_words) plan.coverage = to_xapian(without_forms(plan.expanded.root));
    return plan;
  }

  /// Adds what the request leaves out: other languages, other days, the source itself.
  void narrow(ExpandedQuery& expanded) {
    using Kind = ExpandedNode::Kind;
    std::vector<ExpandedNode> filters = filters_of(request_, {tools_.analyzer, vocabulary_});
    const LanguagePartition& partition = expanded.partition;
    const LanguagePartition* whole = find_partition(index_.partitions, partition.term_prefix);
    const bool all_codes = whole != nullptr && whole->codes == partition.codes;
    if (!all_codes || (index_.partitions.size() > 1 &&
                       !only_matches_its_partition(plan_.parsed.root, tools_.analyzer)))
      filters.push_back(any_label(field("lang"), partition.codes));
    if (!filters.empty()) {
      filters.insert(filters.begin(), std::move(expanded.root));
      expanded.root = group_of(Kind::filter, std::move(filters));
    }
    if (plan_.source) {
      Concept source;
      source.alternatives.push_back({{{source_term_, 0, 0}}, Joined::sum, 0, WordOrigin::label});
      expanded.root = group_of(Kind::without, std::move(expanded.root), node_of(std::move(source)));
    }
  }

  const SearchRequest& request_;
  const IndexSnapshot& index_;
  ReadingTools& tools_;
  IndexVocabulary vocabulary_;
  QuestionPlan plan_;
  std::string source_term_;  ///< that only the source has
};

}  // namespace

QuestionPlan plan_question(const SearchRequest& request, const IndexSnapshot& index,
                           ReadingTools& tools) {
  return Planner{request, index, tools}.plan();
}

Explanation explain(const QuestionPlan& plan) {
  Explanation explanation;
  explanation.as_read = dump(plan.parsed.root);
  explanation.language = plan.language;
  for (const PartitionPlan& partition : plan.partitions) {
    const std::string& name = partition.expanded.partition.term_prefix;
    for (std::string& line : describe_other_words(partition.expanded))
      explanation.expanded.push_back(std::move(line));
    explanation.concepts.push_back(name + ' ' + dump(partition.expanded.root));
    explanation.as_run.push_back(name + ' ' + partition.query.get_description());
  }
  return explanation;
}

}  // namespace pantau
