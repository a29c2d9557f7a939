#include "searcher/search/index_reader.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/error.h"
#include "common/fingerprint.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "common/title_marks.h"
#include "common/url.h"
#include "common/utf8.h"
#include "searcher/query/entity_value.h"
#include "searcher/search/deadline.h"
#include "searcher/search/facet_counter.h"
#include "searcher/search/language_scale.h"
#include "searcher/search/match_filters.h"
#include "searcher/search/match_watch.h"
#include "searcher/search/open_index.h"
#include "searcher/search/ranking.h"
#include "searcher/search/recency.h"
#include "searcher/search/score_parts.h"
#include "searcher/search/similar.h"
#include "searcher/search/slot_values.h"
#include "searcher/search/speller.h"
#include "searcher/search/suggestion.h"
#include "searcher/search/wordings.h"

namespace pantau {
namespace {

using Xapian::Query;

/// A writer's second commit can surprise a search, and one repetition was always enough in 27,480
/// searches beside a busy writer; five leave a margin.
constexpr int max_attempts = 5;

/// Matches up to here are counted exactly, beyond the count is an estimate: counting costs time.
constexpr Xapian::doccount counted_matches = 1'000;

/// Articles that are ranked behind a page, to find the copies of its hits among them. Copies have
/// nearly the words of their hit, so they stand near it.
constexpr std::size_t fold_lookahead = 50;

/// The articles that `--sort recent` puts in a new order: more than anybody pages through, and few
/// enough to look at in a few milliseconds.
constexpr std::size_t recency_pool = 1'000;

ParseOptions parse_options(const SearchRequest& request) {
  ParseOptions options;
  options.all_words = request.all;
  options.strict = request.strict;
  options.plain = request.plain;
  return options;
}

}  // namespace

IndexReader::IndexReader(Xapian::Database database) : database_{std::move(database)} {
  branches_ = language_branches({database_});
}

void IndexReader::open() {
  database_ = {};
  branches_.clear();
  warnings_.clear();
  revision_.clear();
  std::vector<Xapian::Database> all;
  for (const std::string& path : paths_) {
    const Xapian::Database& one = all.emplace_back(open_index(path));
    if (std::string warning = version_warning(one, path); !warning.empty())
      warnings_.push_back(std::move(warning));
    revision_ += one.get_uuid() + '.' + std::to_string(one.get_revision()) + ' ';
    database_.add_database(one);
  }
  branches_ = language_branches(all);
}

/// Runs `work`, again on a freshly opened index if a writer changed it meanwhile.
template <typename Work>
auto IndexReader::with_retries(const Work& work) {
  const std::string where = paths_.empty() ? "index" : paths_.front();
  for (int attempt = 1;; ++attempt) {
    try {
      if (attempt > 1 && !paths_.empty()) open();
      return work();
    } catch (const Xapian::DatabaseModifiedError&) {
      if (attempt == max_attempts)
        fail_reading(where, "changes faster than it can be read; try again");
    } catch (const Xapian::DatabaseOpeningError& error) {  // its generation was replaced just now
      if (attempt == max_attempts) fail_reading(where, "cannot be opened: " + error.get_msg());
    } catch (const Xapian::Error& error) {
      fail_reading(where, "cannot be read: " + error.get_msg());
    }
  }
}

IndexReader::IndexReader(const std::vector<std::string>& paths) : paths_{paths} {
  with_retries([&] {
    open();
    return true;
  });
}

/// What is asked: a query as it is read, or the article that more is wanted like.
struct IndexReader::Question {
  ParsedQuery parsed;
  Deadline deadline;
  std::optional<Article> source;
  std::string source_term;  ///< that only `source` has
};

/// A document that matches, before anything of it is fetched.
struct IndexReader::Found {
  Xapian::docid id;
  double score;
  std::string key;     ///< what it is sorted by before its score; greater comes first
  std::size_t branch;  ///< of Ranking::compiled
};

/// What matches, best first, and how it was asked for.
struct IndexReader::Ranking {
  std::vector<Found> found;
  std::vector<LanguageBranch> branches;
  std::vector<CompiledQuery> compiled;  ///< for each branch
  std::uint64_t matches = 0;
  bool exact = true;     ///< `matches` is no estimate
  bool complete = true;  ///< `found` is all that matches
  bool truncated = false;
  bool stopped = false;         ///< the time was over
  std::set<std::string> notes;  ///< of all branches
  std::vector<Facet> facets;
};

IndexReader::Question IndexReader::read(const SearchRequest& request) {
  Question question;
  question.deadline = Deadline{request.timeout};
  if (request.like.empty())
    question.parsed = parse_query(request.query, parse_options(request));
  else
    read_source(question, request.like);
  return question;
}

/// Asks for more like the article that `name` names.
void IndexReader::read_source(Question& question, const std::string& name) {
  for (const std::string& term : terms_naming(name)) {
    const auto id = database_.postlist_begin(term);
    if (id == database_.postlist_end(term)) continue;
    question.source_term = term;
    question.source = decode_article(database_.get_document(*id).get_data());
    const std::string space = term_namespace(question.source->language);
    for (const LanguageBranch& branch : branches_)
      if (branch.space == space)
        question.parsed.root = similar_query(*question.source, branch, analyzer_, frequencies());
    return;
  }
  throw Error{Error::Kind::query, "no article in the index has the address or id " + name};
}

/// The branches searched, each with the languages asked for only.
std::vector<LanguageBranch> IndexReader::branches_for(const SearchRequest& request) const {
  if (request.languages.empty()) return branches_;
  std::vector<LanguageBranch> branches;
  for (LanguageBranch branch : branches_) {
    std::erase_if(branch.codes, [&](const std::string& code) {
      const auto& wanted = request.languages;
      return std::find(wanted.begin(), wanted.end(), code) == wanted.end();
    });
    if (!branch.codes.empty()) branches.push_back(std::move(branch));
  }
  return branches;
}

/// The words of a tree that are looked for in the text of articles, operators and names left out.
void IndexReader::append_words(const QueryNode& node, std::string& words) {
  if (node.field == nullptr || node.field->kind == FieldKind::text)
    if (node.children.empty()) words += ' ' + node.text;
  for (const QueryNode& child : node.children) append_words(child, words);
}

DocumentFrequency IndexReader::frequencies() const {
  return [this](const std::string& term) { return database_.get_termfreq(term); };
}

std::string IndexReader::language_of(const SearchRequest& request, const Question& question) {
  if (question.source) return question.source->language;
  if (!request.query_language.empty()) return request.query_language;
  std::string words;
  append_words(question.parsed.root, words);
  return query_language(words, analyzer_, lexicon_, branches_, frequencies());
}

/// The branch of `language`, or nullptr.
const LanguageBranch* IndexReader::branch_of(std::string_view language) const {
  for (const LanguageBranch& branch : branches_)
    if (branch.space == term_namespace(language)) return &branch;
  return nullptr;
}

/// Into the languages of `branch`; none if the request does without.
std::optional<Translator> IndexReader::translator_for(const SearchRequest& request,
                                                      const Question& question,
                                                      const LanguageBranch& branch,
                                                      std::string_view language) {
  if (!request.translate || question.source) return {};
  const std::string to = branch.codes.front();
  return Translator{
      {lexicon_, entities_}, language, branch.codes, [this, to](const std::string& form) {
        return database_.get_termfreq(std::string{analyzer_.term(form, to)});
      }};
}

/// The query as `branch` runs it: its words, the filters of the request, its languages.
CompiledQuery IndexReader::compile(const SearchRequest& request, const Question& question,
                                   const LanguageBranch& branch, const std::string& language) {
  QueryCompiler compiler{analyzer_, database_, branch, language};
  const std::optional<Translator> translator = translator_for(request, question, branch, language);
  if (translator && branch.space == term_namespace(language))
    compiler.name_with(*translator);
  else if (translator)
    compiler.translate_with(*translator, branch_of(language));
  CompiledQuery compiled = compiler.compile(question.parsed.root);
  compiled.query = filtered(compiled.query, request, analyzer_);
  if (question.source)
    compiled.query = Query{Query::OP_AND_NOT, compiled.query, Query{question.source_term}};
  const bool whole = branch.codes == branch_of(branch.codes.front())->codes;
  if (!whole || !(compiled.confined || branches_.size() == 1))
    compiled.query =
        Query{Query::OP_FILTER, compiled.query, any_label(field("lang"), branch.codes)};
  if (compiled.chooses) compiled.query = with_fixed_root(compiled.query);
  return compiled;
}

/// Looks at the same articles on every page of an answer, so that pages join: the first of
/// `ranking` from `start` on, all of one branch.
void IndexReader::add_title_evidence(Ranking& ranking, std::size_t start) const {
  const std::size_t end = std::min<std::size_t>(ranking.found.size(), start + reranked_articles);
  const CompiledQuery& compiled = ranking.compiled.back();
  const std::vector<std::uint32_t> wanted = sorted_title_marks(compiled.wanted.terms);
  std::vector<Xapian::docid> ids;
  for (std::size_t i = start; i < end; ++i) ids.push_back(ranking.found[i].id);
  const std::vector<std::string> titles = slot_values(database_, title_slot, ids);
  for (std::size_t i = start; i < end; ++i)
    ranking.found[i].score += title_likeness_weight * compiled.wanted_idf *
                              title_likeness(titles[i - start], wanted, compiled.wanted_words);
}

/// Adds the first `depth` documents of one branch.
void IndexReader::match(const SearchRequest& request, const Question& question, std::size_t depth,
                        FacetCounter* facets, Ranking& ranking) {
  if (question.deadline.passed()) {
    ranking.stopped = true;
    ranking.exact = ranking.complete = false;
    return;
  }
  Xapian::Enquire enquire{database_};
  enquire.set_query(ranking.compiled.back().query);
  enquire.set_weighting_scheme(BareBm25{ranking.branches.back().average_length});
  DateOrder order{request.sort};
  if (order.is_used()) enquire.set_sort_by_key_then_relevance(&order, true);
  MatchWatch watch{question.deadline, depth};
  if (question.deadline.is_set()) enquire.add_matchspy(&watch);
  if (facets != nullptr) enquire.add_matchspy(facets);
  const std::size_t branch = ranking.compiled.size() - 1;
  const std::size_t start = ranking.found.size();
  try {
    const Xapian::MSet set =
        enquire.get_mset(0, static_cast<Xapian::doccount>(depth),
                         facets != nullptr ? max_counted_facets : counted_matches);
    ranking.matches += set.get_matches_estimated();
    ranking.exact &= set.get_matches_lower_bound() == set.get_matches_upper_bound();
    ranking.complete &= set.size() < depth;
    for (auto hit = set.begin(); hit != set.end(); ++hit)
      ranking.found.push_back({*hit, hit.get_weight(), hit.get_sort_key(), branch});
  } catch (const TimedOut&) {
    ranking.stopped = true;
    ranking.exact = ranking.complete = false;
    ranking.matches += watch.count();
    for (const MatchWatch::Seen& seen : watch.best())
      ranking.found.push_back(
          {seen.id, seen.weight,
           order.is_used() ? order(database_.get_document(seen.id)) : std::string{}, branch});
  }
  if (!order.is_used()) add_title_evidence(ranking, start);
}

/// Blends the scores of the best by relevance with how old they are. What ranks behind these counts
/// as old, so that an answer has one order however much of it is asked for.
void IndexReader::blend_recency(const SearchRequest& request, std::vector<Found>& found) {
  const std::uint32_t slot = field("date").slot;
  const Date today =
      reference_day(database_.get_value_upper_bound(slot), request.today.value_or(current_day()));
  for (std::size_t i = 0; i < std::min(found.size(), recency_pool); ++i) {
    const Xapian::Document document = database_.get_document(found[i].id, Xapian::DOC_ASSUME_VALID);
    found[i].score *= recency_factor(parse_compact_date(document.get_value(slot)), today);
  }
}

/// Makes the scores of articles in another language than the query's comparable with the others.
void IndexReader::bring_to_one_scale(Ranking& ranking, std::string_view language) const {
  const std::string own = term_namespace(language);
  ListScores lists;
  std::vector<Found*> translated;
  for (Found& found : ranking.found) {
    if (ranking.compiled[found.branch].translated)
      translated.push_back(&found);
    else if (ranking.branches[found.branch].space == own)
      lists.best_own = std::max(lists.best_own, found.score);
  }
  if (translated.empty()) return;
  std::sort(translated.begin(), translated.end(),
            [](const Found* a, const Found* b) { return a->score > b->score; });
  lists.best_other = translated.front()->score;
  if (translated.size() >= background_rank)
    lists.background_other = translated[background_rank - 1]->score;
  lists.ideal_other = ranking.compiled[translated.front()->branch].wanted_idf;
  const LanguageScale scale{lists};
  for (Found* found : translated) found->score = scale(found->score);
}

/// The first `depth` documents of all branches together.
IndexReader::Ranking IndexReader::rank(const SearchRequest& request, const Question& question,
                                       std::size_t depth) {
  Ranking ranking;
  ranking.truncated = question.parsed.truncated;
  FacetCounter facets;
  const bool recent = request.sort == Sort::recent;
  // Never less than what is looked at again, so that an answer has one order on all its pages.
  const std::size_t looked_at = depth == 0 ? 0
                                : recent
                                    ? recency_pool
                                    : std::max<std::size_t>(reranked_articles, background_rank);
  const std::size_t wanted = std::max(depth, looked_at);
  const std::string language = language_of(request, question);
  for (const LanguageBranch& branch : branches_for(request)) {
    const AlarmScope alarm{question.deadline, alarm_grace};
    ranking.branches.push_back(branch);
    ranking.compiled.push_back(compile(request, question, branch, language));
    ranking.truncated |= ranking.compiled.back().truncated;
    ranking.notes.insert(ranking.compiled.back().notes.begin(),
                         ranking.compiled.back().notes.end());
    match(request, question, wanted, request.facets ? &facets : nullptr, ranking);
  }
  bring_to_one_scale(ranking, language);
  const auto put_in_order = [&](std::size_t size) {
    std::stable_sort(
        ranking.found.begin(), ranking.found.end(), [&](const Found& a, const Found& b) {
          if (a.key != b.key) return a.key > b.key;
          if (a.score != b.score) return a.score > b.score;
          return !ranking.compiled[a.branch].translated && ranking.compiled[b.branch].translated;
        });
    if (!ranking.complete && ranking.found.size() > size) ranking.found.resize(size);
  };
  put_in_order(wanted);
  if (recent) {
    blend_recency(request, ranking.found);
    put_in_order(depth);
  }
  if (request.facets) ranking.facets = facets.facets(ranking.matches, ranking.exact);
  if (question.source) drop_copies(*question.source, ranking);
  return ranking;
}

/// What tells which documents of a ranking may be copies of each other.
std::vector<std::string> IndexReader::fingerprints(const Ranking& ranking) const {
  std::vector<Xapian::docid> ids;
  for (const Found& found : ranking.found) ids.push_back(found.id);
  return slot_values(database_, fingerprint_slot, ids);
}

/// Copies of the article that more is wanted like are not more.
void IndexReader::drop_copies(const Article& source, Ranking& ranking) {
  const BodyShape body{source.text};
  const std::string mark = fingerprint(source.text);
  const std::vector<std::string> others = fingerprints(ranking);
  const auto is_copy = [&](std::size_t i) {
    if (!may_be_copies(mark, others[i])) return false;
    const Article other = article_of(ranking.found[i].id);
    return other.language == source.language && body.is_copy_of(BodyShape{other.text});
  };
  std::vector<Found> kept;
  for (std::size_t i = 0; i < others.size(); ++i)
    if (!is_copy(i)) kept.push_back(ranking.found[i]);
  ranking.matches -= ranking.found.size() - kept.size();
  ranking.exact &= ranking.complete;
  ranking.found = std::move(kept);
}

/// The hits of a ranking, with their copies if the request wants them folded.
std::vector<Fold> IndexReader::fold(const SearchRequest& request, const Ranking& ranking) {
  return fold_copies(
      request.fold ? fingerprints(ranking) : std::vector<std::string>(ranking.found.size()),
      [&](std::size_t i) { return article_of(ranking.found[i].id); });
}

Article IndexReader::article_of(Xapian::docid id) {
  return decode_article(database_.get_document(id).get_data());
}

Hit IndexReader::make_hit(const SearchRequest& request, Ranking& ranking, const Fold& fold) {
  const Found& found = ranking.found[fold.best];
  CompiledQuery& compiled = ranking.compiled[found.branch];
  Hit hit;
  hit.article = article_of(found.id);
  hit.score = found.score;
  const std::string text = std::exchange(hit.article.text, {});
  for (const std::size_t copy : fold.copies) {
    hit.copies.push_back(article_of(ranking.found[copy].id));
    hit.copies.back().text.clear();
  }
  if (request.explain)
    hit.parts =
        score_parts(database_, found.id, found.score, compiled.query,
                    BareBm25{ranking.branches[found.branch].average_length}, compiled.wanted);
  if (!request.snippets) return hit;
  std::optional<TermSieve>& sieve = compiled.wanted.sieve;
  if (!sieve) sieve.emplace(compiled.wanted.terms, ranking.branches[found.branch].codes.front());
  hit.title = {hit.article.title,
               find_marks(hit.article.title, hit.article.language, compiled.wanted, analyzer_)};
  hit.snippet = make_snippet(text, hit.article.language, compiled.wanted, analyzer_);
  hit.wordings =
      wordings_of(hit.title, hit.snippet, hit.article.language, compiled.meanings, analyzer_);
  return hit;
}

std::string IndexReader::suggest(const SearchRequest& request, const Question& question) {
  Speller speller{database_, analyzer_, branches_, question.deadline};
  return suggested_query(request.query, question.parsed.root, analyzer_,
                         [&](const std::string& form) -> std::optional<std::string> {
                           if (lexicon_.has(form)) return {};
                           const auto correction = speller.correct(form);
                           return correction ? std::optional{correction->form} : std::nullopt;
                         });
}

SearchResults IndexReader::answer(const SearchRequest& request) {
  const Question question = read(request);
  const std::size_t end = request.offset + request.limit;
  Ranking ranking;
  std::vector<Fold> folds;
  for (std::size_t depth = end + (request.fold ? fold_lookahead : 1);; depth *= 2) {
    ranking = rank(request, question, depth);
    folds = fold(request, ranking);
    if (folds.size() > end || ranking.complete || ranking.stopped) break;
  }
  if (ranking.stopped && folds.empty())
    throw Error{Error::Kind::timeout,
                "nothing found in the time there is; ask for rarer words, or "
                "give it more with --timeout SECONDS"};
  SearchResults results;
  results.offset = request.offset;
  for (const std::string& entity : request.entities)  // a filter alone is the query as well
    if (std::string note = entity_value(entity, analyzer_).note; !note.empty())
      ranking.notes.insert(std::move(note));
  results.notes = question.parsed.notes;
  results.notes.insert(results.notes.end(), ranking.notes.begin(), ranking.notes.end());
  results.matches = ranking.matches;
  results.matches_exact = ranking.exact;
  results.folded = ranking.found.size() - folds.size();
  results.folded_exact = ranking.complete || !request.fold;
  results.more = folds.size() > end;
  results.stopped = ranking.stopped;
  results.facets = std::move(ranking.facets);
  for (std::size_t i = request.offset; i < std::min(folds.size(), end); ++i)
    results.hits.push_back(make_hit(request, ranking, folds[i]));
  if (ranking.truncated)
    results.notes.emplace_back("the query is too long; its last words were left out");
  if (ranking.stopped)
    results.notes.emplace_back("stopped when the time was over: the best of what was read by then");
  if (!request.plain && !question.source) results.suggestion = suggest(request, question);
  if (request.explain) results.explanation = explain(request, question);
  return results;
}

SearchResults IndexReader::search(const SearchRequest& request) {
  return with_retries([&] { return answer(request); });
}

Explanation IndexReader::explain(const SearchRequest& request, const Question& question) {
  Explanation explanation{dump(question.parsed.root), language_of(request, question), {}, {}};
  for (const LanguageBranch& branch : branches_for(request)) {
    const CompiledQuery compiled = compile(request, question, branch, explanation.language);
    for (std::string& line : describe_meanings(branch, compiled.meanings))
      explanation.expanded.push_back(std::move(line));
    explanation.as_run.push_back(branch.space + ' ' + compiled.query.get_description());
  }
  return explanation;
}

Explanation IndexReader::explain(const SearchRequest& request) {
  return with_retries([&] { return explain(request, read(request)); });
}

}  // namespace pantau
