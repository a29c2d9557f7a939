#include "searcher/options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <sstream>

#include "common/boost_options.h"
#include "common/error.h"
#include "common/language.h"
#include "common/schema.h"
#include "common/text.h"
#include "common/url.h"
#include "common/utf8.h"
#include "common/version.h"

namespace pantau {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

/// Deep pages cost as much as all pages before them; a person gives up long before.
constexpr std::size_t max_results = 10'000;

/// A run file for trec_eval holds this many lines a query unless --limit says otherwise.
constexpr std::size_t trec_limit = 1'000;

/// A person waits no longer for a page; with the time to start and to show it, two seconds.
constexpr std::chrono::milliseconds default_timeout{1'500};

/// An hour: longer is never.
constexpr unsigned max_timeout_seconds = 3'600;

[[noreturn]] void fail(const std::string& what) {
  throw Error{Error::Kind::usage, what};
}

/// Every option: --help, the man page and the completions show these rows.
constexpr OptionRow rows[] = {
    {"db", "DIR...", "index to search (PANTAU_DB); several are searched as one"},
    {"lang", "CODES...", "only these languages: en,id"},
    {"from", "DATE",
     "published then or later: 2021, 2021-03, 2021-03-20, or 7d, 2w, 3m, 1y: so long ago"},
    {"to", "DATE", "published then or before"},
    {"outlet", "NAME...", "only this outlet, by name or host; may be given again"},
    {"entity", "NAME...",
     "only articles about this company, body, law or country, by id or name; each one given "
     "narrows"},
    {"sort", "ORDER", "relevance, recent (relevance and age blended), newest or oldest",
     "relevance", "relevance recent newest oldest"},
    {"limit", "N", "articles to show (10; 1000 with trec)"},
    {"offset", "N", "articles to leave out first", "0"},
    {"format", "FORMAT",
     "text, json, jsonl, csv, bibtex, ris, atom or trec (text; trec with --batch)", "",
     "text json jsonl csv bibtex ris atom trec"},
    {"batch", "FILE",
     "answer every line `id TAB query` of FILE (- for standard input); operators are plain words"},
    {"qrels", "FILE",
     "with --batch: print how good the answers are by these judgements, `qid 0 docid gain`"},
    {"against", "FILE", "with --qrels: compare with this run, printed before by --format trec"},
    {"all", "", "every word must occur; by default enough of the question must"},
    {"any", "", "... or any word is enough"},
    {"strict-query", "", "a mistake in the query is an error instead of being forgiven"},
    {"no-fold", "", "show near copies of an article as hits of their own"},
    {"facets", "", "count outlets, languages, months and entities over all that matches"},
    {"like", "URL|ID", "instead of a query: more articles like this one"},
    {"show", "URL|ID", "instead of a query: print this article, with --format json for programs"},
    {"timeout", "SECONDS",
     "stop a search after this time and answer with what is found, 0: never (1.5; 0 with --batch)"},
    {"no-translate", "",
     "search only with the words of the query, not with what they mean in the other language"},
    {"query-lang", "en|id", "the language of the query (told from its words)", "", "en id"},
    {"explain", "", "show the query as read and as run, and what each word gave to a score"},
    {"help,h", "", "this text"},
    {"version", "", "version, and that of the index format"},
};

std::string help(const po::options_description& options) {
  std::ostringstream text;
  text << "Usage: pantau-search --db DIR [options] QUERY...\n"
          "       pantau-search --db DIR --show URL|ID\n"
          "       pantau-search --db DIR --batch QUERIES.tsv [--qrels FILE [--against RUN]]\n\n"
          "Prints the articles that answer QUERY best. Words are ranked by how many of them an\n"
          "article has; \"a phrase\", AND, OR, NOT, +must, -mustnot, (groups), NEAR/5, regul* and\n"
          "fields narrow that down. Filters without a QUERY list the newest. Fields:\n\n";
  for (const Field& field : fields)
    text << "  " << field.name << ':' << std::string(10 - field.name.size(), ' ') << field.help
         << '\n';
  text << '\n'
       << options
       << "\nExit codes: 0 found; 1 nothing found, or lines of a batch were rejected;\n"
          "2 wrong use or failure.\n";
  return text.str();
}

/// The fields of a query beside list_options(): "field" TAB name TAB help.
std::string list_fields() {
  std::string lines;
  for (const Field& field : fields)
    lines.append("field\t").append(field.name).append("\t").append(field.help) += '\n';
  return lines;
}

std::size_t to_number(const std::string& name, const std::string& text) {
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  if (!digits) fail("--" + name + " takes a whole number, not '" + text + "'");
  constexpr std::size_t longest = 9;  // digits that fit any integer
  const std::size_t number = text.size() > longest ? max_results + 1 : std::stoul(text);
  if (number > max_results) fail("--" + name + " may be at most " + std::to_string(max_results));
  return number;
}

Period to_period(const std::string& name, const std::string& text) {
  const auto period = parse_period(text);
  if (!period)
    fail("--" + name + " takes a date such as 2021, 2021-03 or 2021-03-20, not '" + text + "'");
  return *period;
}

/// "7d", "2w", "3m", "1y": the day so long before `today`. A month of 31 days is counted back to
/// the last day of a shorter one.
std::optional<Date> days_ago(const std::string& text, std::optional<Date> today) {
  constexpr std::size_t longest = 5;
  const bool counted = today && text.size() > 1 && text.size() <= longest &&
                       text.find_first_not_of("0123456789") == text.size() - 1;
  if (!counted) return {};
  const int count = std::stoi(text);
  const auto in_month = [](Date date) {
    return date.ok() ? date : Date{date.year() / date.month() / std::chrono::last};
  };
  switch (text.back()) {
    case 'd':
      return Date{std::chrono::sys_days{*today} - std::chrono::days{count}};
    case 'w':
      return Date{std::chrono::sys_days{*today} - std::chrono::weeks{count}};
    case 'm':
      return in_month(*today - std::chrono::months{count});
    case 'y':
      return std::max(in_month(*today - std::chrono::years{count}),
                      Date{std::chrono::year{min_year} / 1 / 1});
    default:
      return {};
  }
}

/// "1.5" to 1,500 milliseconds.
std::chrono::milliseconds to_timeout(const std::string& text) {
  double seconds = -1;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || !(seconds >= 0) ||
      seconds > max_timeout_seconds)
    fail("--timeout takes seconds, such as 2.5, at most " + std::to_string(max_timeout_seconds) +
         ", not '" + text + "'");
  const auto timeout = std::chrono::milliseconds{std::llround(seconds * 1000)};
  return seconds > 0 ? std::max(timeout, std::chrono::milliseconds{1}) : timeout;
}

std::string to_query_language(const std::string& text) {
  std::string code = to_lower_ascii(text);
  if (code != "en" && code != "id") fail("--query-lang takes en or id, not '" + text + "'");
  return code;
}

Sort to_sort(const std::string& text) {
  if (text == "relevance") return Sort::relevance;
  if (text == "recent") return Sort::recent;
  if (text == "newest") return Sort::newest;
  if (text == "oldest") return Sort::oldest;
  fail("--sort takes relevance, recent, newest or oldest, not '" + text + "'");
}

Format to_format(const std::string& text) {
  struct Name {
    const char* name;
    Format format;
  };
  constexpr std::array names{Name{"text", Format::text}, Name{"json", Format::json},
                             Name{"trec", Format::trec}, Name{"jsonl", Format::jsonl},
                             Name{"csv", Format::csv},   Name{"bibtex", Format::bibtex},
                             Name{"ris", Format::ris},   Name{"atom", Format::atom}};
  for (const Name& one : names)
    if (text == one.name) return one.format;
  fail("--format takes text, json, jsonl, csv, bibtex, ris, atom or trec, not '" + text + "'");
}

/// One article has a text or a JSON form; lines of a batch go into one file only where each says
/// which it is.
void check_format(const SearchOptions& options, bool show) {
  const bool common = options.format == Format::text || options.format == Format::json;
  if (show && !common) fail("--show prints text or json");
  if (!options.batch.empty() && !common && options.format != Format::trec &&
      options.format != Format::jsonl)
    fail("--batch answers in trec, text, json or jsonl");
}

Strings to_languages(const Strings& lists) {
  Strings codes;
  for (const std::string& list : lists) {
    std::istringstream items{list};
    for (std::string item; std::getline(items, item, ',');) {
      const std::string code = code_of_language(item);
      if (code.empty())
        fail("--lang takes codes such as en,id, or names of languages, not '" + item + "'");
      codes.push_back(code);
    }
  }
  return codes;
}

Date to_first_day(const std::string& text, std::optional<Date> today) {
  const std::optional<Date> ago = days_ago(text, today);
  return ago ? *ago : to_period("from", text).first;
}

SearchRequest to_request(const po::variables_map& values, Format format,
                         std::optional<Date> today) {
  SearchRequest request;
  if (values.count("words") > 0)
    request.query = to_valid_utf8(join(values["words"].as<Strings>(), " "));
  if (values.count("like") > 0) request.like = to_valid_utf8(values["like"].as<std::string>());
  if (values.count("lang") > 0) request.languages = to_languages(values["lang"].as<Strings>());
  if (values.count("outlet") > 0) request.outlets = values["outlet"].as<Strings>();
  if (values.count("entity") > 0) request.entities = values["entity"].as<Strings>();
  if (values.count("from") > 0)
    request.from = to_first_day(values["from"].as<std::string>(), today);
  if (values.count("to") > 0) request.to = to_period("to", values["to"].as<std::string>()).last;
  if (request.from && request.to && *request.to < *request.from)
    fail("--from " + to_iso(*request.from) + " lies after --to " + to_iso(*request.to));
  request.sort = to_sort(values["sort"].as<std::string>());
  request.offset = to_number("offset", values["offset"].as<std::string>());
  request.limit = values.count("limit") > 0 ? to_number("limit", values["limit"].as<std::string>())
                  : format == Format::trec  ? trec_limit
                                            : SearchRequest{}.limit;
  if (values.count("all") > 0) request.words = WordsAsked::all;
  if (values.count("any") > 0) request.words = WordsAsked::any;
  request.strict = values.count("strict-query") > 0;
  request.translate = values.count("no-translate") == 0;
  if (values.count("query-lang") > 0)
    request.query_language = to_query_language(values["query-lang"].as<std::string>());
  request.partial = format == Format::text || format == Format::json || format == Format::trec;
  request.plain = values.count("batch") > 0;
  request.fold = values.count("no-fold") == 0 && !request.plain && format != Format::trec;
  request.facets = values.count("facets") > 0;
  if (request.facets && format == Format::trec) fail("--facets needs --format text or json");
  request.explain = values.count("explain") > 0;
  request.timeout = values.count("timeout") > 0 ? to_timeout(values["timeout"].as<std::string>())
                    : request.plain             ? std::chrono::milliseconds{0}
                                                : default_timeout;
  request.snippets = format != Format::trec;
  return request;
}

/// The judgements and the run to compare with, which go with a batch alone.
void read_evaluation(const po::variables_map& values, SearchOptions& options) {
  if (values.count("qrels") > 0) options.qrels = values["qrels"].as<std::string>();
  if (values.count("against") > 0) options.against = values["against"].as<std::string>();
  if (!options.qrels.empty() && options.batch.empty())
    fail("--qrels judges the answers to a --batch; name its file");
  if (!options.qrels.empty() && values.count("format") > 0)
    fail("--qrels prints figures instead of answers; leave --format out");
  if (!options.against.empty() && options.qrels.empty())
    fail("--against compares by judgements; name them with --qrels");
}

bool is_blank(const std::string& query) {
  return query.find_first_not_of(" \t\r\n") == std::string::npos;
}

/// Filters alone ask for all they let through, the newest first.
void ask_for_filters(const po::variables_map& values, SearchRequest& request) {
  if (request.is_filter_only() && request.has_filters() && values["sort"].defaulted())
    request.sort = Sort::newest;
}

/// There is exactly one thing to ask for.
void check_question(const SearchOptions& options, bool like) {
  const std::string& query = options.request.query;
  const bool blank = is_blank(query);
  if (!options.batch.empty() && !query.empty())
    fail("--batch reads its queries from a file; leave '" + query + "' out");
  if (like && (!options.batch.empty() || !blank))
    fail("--like stands for a query; leave " + (blank ? "--batch" : "'" + query + "'") + " out");
  if (like && options.request.like.empty()) fail("--like takes the address or id of an article");
  const bool lists = options.request.has_filters() || options.request.sort != Sort::relevance;
  if (options.batch.empty() && !like && blank && !lists)
    fail("no query; say what to search for, or --sort newest (see pantau-search --help)");
}

/// An article is asked for alone.
void check_show(const SearchOptions& options, bool like) {
  if (options.show.empty()) fail("--show takes the address or id of an article");
  if (like || !options.batch.empty() || !is_blank(options.request.query))
    fail("--show stands for a query; leave the query, --like and --batch out");
}

/// `+ojk -kripto` as typed in a shell: what begins with one dash and is no option is a word of the
/// query.
Strings with_words_after_dashes(Strings arguments) {
  bool is_value = false;
  for (std::string& argument : arguments) {
    if (argument == "--") break;
    const bool is_word = argument.size() > 1 && argument[0] == '-' && argument[1] != '-' &&
                         argument != "-h" && !is_value;
    is_value = std::any_of(std::begin(rows), std::end(rows), [&](const OptionRow& row) {
      return !row.value.empty() && argument == "--" + std::string{row.name};
    });
    if (is_word) argument.insert(0, "--words=");
  }
  return arguments;
}

}  // namespace

SearchOptions parse_search_options(const std::vector<std::string>& arguments,
                                   const Surroundings& surroundings) {
  const po::options_description visible = to_boost(rows);
  const po::variables_map values =
      read_options(with_words_after_dashes(arguments), visible, "pantau-search");
  SearchOptions options;
  if (values.count("help") > 0) options.answer = help(visible);
  if (values.count("version") > 0) options.answer = version_text("pantau-search");
  if (values.count("list-options") > 0) options.answer = list_options(rows) + list_fields();
  if (!options.answer.empty()) return options;
  if (values.count("db") > 0)
    options.indexes = values["db"].as<Strings>();
  else if (!surroundings.index.empty())
    options.indexes = {surroundings.index};
  else
    fail("no index named; use --db DIR, or set PANTAU_DB (see pantau-search --help)");
  if (values.count("batch") > 0) options.batch = values["batch"].as<std::string>();
  options.format = values.count("format") > 0 ? to_format(values["format"].as<std::string>())
                   : options.batch.empty()    ? Format::text
                                              : Format::trec;
  options.request = to_request(values, options.format, surroundings.today);
  read_evaluation(values, options);
  check_format(options, values.count("show") > 0);
  if (values.count("show") > 0) {
    options.show = to_valid_utf8(values["show"].as<std::string>());
    check_show(options, values.count("like") > 0);
    return options;
  }
  if (values.count("like") == 0) ask_for_filters(values, options.request);
  check_question(options, values.count("like") > 0);
  return options;
}

}  // namespace pantau
