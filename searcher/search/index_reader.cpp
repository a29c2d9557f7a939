#include "searcher/search/index_reader.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "common/error.h"
#include "common/index_location.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "common/url.h"
#include "common/utf8.h"
#include "searcher/query/query_language.h"
#include "searcher/search/ranking.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;
using Xapian::Query;

/// A writer's second commit can surprise a search, and one repetition was always enough in 27,480
/// searches beside a busy writer; five leave a margin.
constexpr int max_attempts = 5;

/// Matches up to here are counted exactly, beyond the count is an estimate: counting costs time.
constexpr Xapian::doccount counted_matches = 1'000;

[[noreturn]] void fail(const std::string& where, const std::string& what) {
  throw Error{Error::Kind::index, where + ": " + what};
}

Xapian::Database open_one(const std::string& path) {
  std::error_code error;
  const bool is_folder = fs::is_directory(path, error);
  if (error && error != std::errc::no_such_file_or_directory) fail(path, error.message());
  if (!is_folder) fail(path, "no such index; make one with: pantau-index --db " + path + " INPUT");
  if (!current_generation(path))
    fail(path, "no index in this folder; make one with: pantau-index --db " + path + " INPUT");
  return Xapian::Database{path};
}

/// Refuses an index of another version; returns a warning for one that was analysed a bit
/// differently.
std::string check_versions(const Xapian::Database& database, const std::string& path) {
  const std::string schema = database.get_metadata(std::string{schema_version_key});
  const std::string advice = "; build it anew with pantau-index --rebuild";
  const bool newer = std::atoi(schema.c_str()) > schema_version;
  if (schema != std::to_string(schema_version))
    fail(path, "this index has schema " + (schema.empty() ? "(none)" : schema) +
                   " and this program reads " + std::to_string(schema_version) +
                   (newer ? "; use the newer Pantau that made it" : advice));
  const std::string analysis = database.get_metadata(std::string{analyzer_version_key});
  if (analysis == analyzer_version()) return {};
  const std::string revision = analysis.substr(0, analysis.find(' '));
  if (revision != std::to_string(analyzer_revision))
    fail(path, "this index was analysed by revision " + revision +
                   " and this program searches by " + std::to_string(analyzer_revision) + advice);
  return path + ": made with " + analysis + ", searched with " + analyzer_version() +
         ": some words may be missed" + advice;
}

/// The sum of the lengths of a language's articles.
double length_sum(const Xapian::Database& database, const std::string& code) {
  const std::string text = database.get_metadata(std::string{length_sum_key_prefix} + code);
  std::uint64_t sum = 0;
  std::from_chars(text.data(), text.data() + text.size(), sum);
  return static_cast<double>(sum);
}

/// Adds the articles of `database` to the branches of their languages; average_length stays a sum.
void add_branches(const Xapian::Database& database, std::vector<LanguageBranch>& branches) {
  const std::string prefix{field("lang").prefix};
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const std::string code = (*term).substr(prefix.size());
    const std::string space = term_namespace(code);
    auto branch = std::find_if(branches.begin(), branches.end(),
                               [&](const LanguageBranch& b) { return b.space == space; });
    if (branch == branches.end()) branch = branches.insert(branches.end(), {space, {}, 0, 0});
    if (std::find(branch->codes.begin(), branch->codes.end(), code) == branch->codes.end())
      branch->codes.push_back(code);
    branch->documents += term.get_termfreq();
    branch->average_length += length_sum(database, code);
  }
}

void divide_lengths(std::vector<LanguageBranch>& branches) {
  for (LanguageBranch& branch : branches)
    branch.average_length /= std::max(1.0, static_cast<double>(branch.documents));
}

Query any_label(const Field& row, const std::vector<std::string>& values) {
  std::vector<Query> terms;
  terms.reserve(values.size());
  for (const std::string& value : values) terms.emplace_back(label_term(row.prefix, value));
  return Query{Query::OP_OR, terms.begin(), terms.end()};
}

/// An outlet by the words of its name, in order, or by its host.
Query outlet_filter(const std::vector<std::string>& outlets, Analyzer& analyzer) {
  std::vector<Query> choices;
  for (const std::string& outlet : outlets) {
    const std::string name = to_valid_utf8(outlet);
    std::vector<Query> words;
    for (const Word& word : analyzer.words(name))
      words.emplace_back(std::string{field("outlet").prefix} + word.form);
    if (!words.empty()) choices.emplace_back(Query::OP_PHRASE, words.begin(), words.end());
    choices.emplace_back(label_term(field("host").prefix, to_lower_ascii(name)));
  }
  return Query{Query::OP_OR, choices.begin(), choices.end()};
}

Query date_filter(const SearchRequest& request) {
  // "0" lies before every day and behind "", which an article without a date has.
  const std::string from = request.from ? to_compact(*request.from) : "0";
  const std::string to = request.to ? to_compact(*request.to) : "99999999";
  return Query{Query::OP_VALUE_RANGE, field("date").slot, from, to};
}

Query filtered(Query query, const SearchRequest& request, Analyzer& analyzer) {
  if (!request.outlets.empty())
    query = Query{Query::OP_FILTER, query, outlet_filter(request.outlets, analyzer)};
  if (request.from || request.to) query = Query{Query::OP_FILTER, query, date_filter(request)};
  return query;
}

/// Keys of which the greater comes first. "" stands for no date, which comes last in either
/// direction: the opposite of each digit turns the order around.
class DateOrder : public Xapian::KeyMaker {
 public:
  explicit DateOrder(Sort sort) : oldest_first_{sort == Sort::oldest} {}
  std::string operator()(const Xapian::Document& document) const override {
    std::string day = document.get_value(field("date").slot);
    if (oldest_first_)
      for (char& digit : day) digit = static_cast<char>('0' + '9' - digit);
    return day;
  }

 private:
  bool oldest_first_;
};

ParseOptions parse_options(const SearchRequest& request) {
  ParseOptions options;
  options.all_words = request.all;
  options.strict = request.strict;
  options.plain = request.plain;
  return options;
}

}  // namespace

IndexReader::IndexReader(Xapian::Database database) : database_{std::move(database)} {
  add_branches(database_, branches_);
  divide_lengths(branches_);
}

void IndexReader::open() {
  database_ = {};
  branches_.clear();
  warnings_.clear();
  for (const std::string& path : paths_) {
    const Xapian::Database one = open_one(path);
    if (std::string warning = check_versions(one, path); !warning.empty())
      warnings_.push_back(std::move(warning));
    add_branches(one, branches_);
    database_.add_database(one);
  }
  divide_lengths(branches_);
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
      if (attempt == max_attempts) fail(where, "changes faster than it can be read; try again");
    } catch (const Xapian::DatabaseOpeningError& error) {  // its generation was replaced just now
      if (attempt == max_attempts) fail(where, "cannot be opened: " + error.get_msg());
    } catch (const Xapian::Error& error) {
      fail(where, "cannot be read: " + error.get_msg());
    }
  }
}

IndexReader::IndexReader(const std::vector<std::string>& paths) : paths_{paths} {
  with_retries([&] {
    open();
    return true;
  });
}

/// A document that matches, before anything of it is fetched.
struct IndexReader::Found {
  Xapian::docid id;
  double score;
  std::string key;  ///< what it is sorted by before its score; greater comes first
  std::size_t branch;
};

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

std::string IndexReader::language_of(const ParsedQuery& parsed) {
  std::string words;
  append_words(parsed.root, words);
  return query_language(words, analyzer_, branches_,
                        [&](const std::string& term) { return database_.get_termfreq(term); });
}

/// The query as `branch` runs it: its words, the filters of the request, its languages.
CompiledQuery IndexReader::compile(const SearchRequest& request, const ParsedQuery& parsed,
                                   const LanguageBranch& branch, const std::string& language) {
  CompiledQuery compiled =
      QueryCompiler{analyzer_, database_, branch, language}.compile(parsed.root);
  compiled.query = filtered(compiled.query, request, analyzer_);
  const bool alone = branches_.size() == 1 && branch.codes == branches_.front().codes;
  if (!alone)
    compiled.query =
        Query{Query::OP_FILTER, compiled.query, any_label(field("lang"), branch.codes)};
  return compiled;
}

/// Looks at the same articles on every page of an answer, so that pages join.
void IndexReader::add_title_evidence(const CompiledQuery& compiled, const LanguageBranch& branch,
                                     std::vector<Found>& found) const {
  const std::size_t count = std::min<std::size_t>(found.size(), reranked_articles);
  for (std::size_t i = 0; i < count; ++i)
    found[i].score += title_likeness_weight * compiled.wanted_idf *
                      title_likeness(database_, found[i].id, branch.space, compiled.wanted.terms);
}

/// The first offset + limit documents of one branch; adds how many match to the results.
std::vector<IndexReader::Found> IndexReader::match(const SearchRequest& request,
                                                   const CompiledQuery& compiled,
                                                   const LanguageBranch& branch,
                                                   SearchResults& results) {
  Xapian::Enquire enquire{database_};
  enquire.set_query(compiled.query);
  enquire.set_weighting_scheme(BareBm25{branch.average_length});
  DateOrder order{request.sort};
  if (request.sort != Sort::relevance) enquire.set_sort_by_key_then_relevance(&order, true);
  const bool ranked = request.sort == Sort::relevance && request.limit > 0;
  const auto wanted = std::max(static_cast<Xapian::doccount>(request.offset + request.limit),
                               ranked ? reranked_articles : 0);
  const Xapian::MSet set = enquire.get_mset(0, wanted, counted_matches);
  results.matches += set.get_matches_estimated();
  results.matches_exact &= set.get_matches_lower_bound() == set.get_matches_upper_bound();
  std::vector<Found> found;
  for (auto hit = set.begin(); hit != set.end(); ++hit)
    found.push_back({*hit, hit.get_weight(), hit.get_sort_key(), 0});
  if (ranked) add_title_evidence(compiled, branch, found);
  return found;
}

/// `wanted`: what to mark, or nullptr for a hit without snippets.
Hit IndexReader::make_hit(const Found& found, const MatchTerms* wanted) {
  Hit hit;
  hit.article = decode_article(database_.get_document(found.id).get_data());
  hit.score = found.score;
  const std::string text = std::exchange(hit.article.text, {});
  if (wanted == nullptr) return hit;
  hit.title = {hit.article.title,
               find_marks(hit.article.title, hit.article.language, *wanted, analyzer_)};
  hit.snippet = make_snippet(text, hit.article.language, *wanted, analyzer_);
  return hit;
}

SearchResults IndexReader::answer(const SearchRequest& request, const ParsedQuery& parsed) {
  SearchResults results;
  results.offset = request.offset;
  results.notes = parsed.notes;
  const std::string language = language_of(parsed);
  std::vector<MatchTerms> wanted;
  std::vector<Found> all;
  bool truncated = parsed.truncated;
  for (const LanguageBranch& branch : branches_for(request)) {
    CompiledQuery compiled = compile(request, parsed, branch, language);
    for (Found& found : match(request, compiled, branch, results)) {
      found.branch = wanted.size();
      all.push_back(std::move(found));
    }
    wanted.push_back(std::move(compiled.wanted));
    truncated |= compiled.truncated;
  }
  std::stable_sort(all.begin(), all.end(), [](const Found& a, const Found& b) {
    return a.key != b.key ? a.key > b.key : a.score > b.score;
  });
  for (std::size_t i = request.offset; i < std::min(all.size(), request.offset + request.limit);
       ++i)
    results.hits.push_back(make_hit(all[i], request.snippets ? &wanted[all[i].branch] : nullptr));
  if (truncated) results.notes.emplace_back("the query is too long; its last words were left out");
  return results;
}

SearchResults IndexReader::search(const SearchRequest& request) {
  const ParsedQuery parsed = parse_query(request.query, parse_options(request));
  return with_retries([&] { return answer(request, parsed); });
}

Explanation IndexReader::explain(const SearchRequest& request) {
  const ParsedQuery parsed = parse_query(request.query, parse_options(request));
  return with_retries([&] {
    Explanation explanation{dump(parsed.root), language_of(parsed), {}};
    for (const LanguageBranch& branch : branches_for(request))
      explanation.as_run.push_back(
          branch.space + ' ' +
          compile(request, parsed, branch, explanation.language).query.get_description());
    return explanation;
  });
}

}  // namespace pantau
