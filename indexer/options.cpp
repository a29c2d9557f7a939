#include "indexer/options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <thread>

#include "common/boost_options.h"
#include "common/date.h"
#include "common/error.h"
#include "common/version.h"

namespace pantau {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

/// More workers than this only wait for the one writer.
constexpr unsigned max_jobs = 256;

/// Shorter records than the least are no pages with all their markup; a worker holds one three
/// times over, so that more than the most needs a machine made for it.
constexpr std::size_t least_max_record = std::size_t{1} << 10;
constexpr std::size_t most_max_record = std::size_t{1} << 30;

/// What is not committed is in memory or is lost in a crash: no more than to_number() takes.
constexpr unsigned max_commit_every = 999'999;

/// A day: who waits longer has forgotten it.
constexpr unsigned max_wait_seconds = 86'400;

[[noreturn]] void fail(const std::string& what) {
  throw Error{Error::Kind::usage, what};
}

/// Every option: --help, the man page and the completions show these rows.
constexpr OptionRow rows[] = {
    {"db", "DIR",
     "index to write; made if it is not there (default: PANTAU_DB of the environment)"},
    {"jobs", "N", "workers (default: one a processor)"},
    {"format", "FORMAT",
     "auto, warc, arc, wet, html, text or jsonl; auto tells it from the content", "auto",
     "auto warc arc wet html text jsonl"},
    {"max-record", "SIZE", "longest record, unpacked, that is read: 512K, 64M (default: 16M)"},
    {"build", "WAY",
     "auto, direct (one writer, frequent commits) or segments (all processors, merged at the end); "
     "auto tells it from sizes",
     "auto", "auto direct segments"},
    {"commit-every", "N",
     "make articles durable and visible N at a time (default: direct 5000, 64 MB or a minute; "
     "segments 512 MB, or as much as the index)"},
    {"wait", "SECONDS", "wait so long for another indexer to end (default: 0)"},
    {"rebuild", "", "build the index anew beside the old one, then replace it"},
    {"extract-only", "", "no index: print one JSON object an article"},
    {"explain", "FILE|URL",
     "with --extract-only: how these pages were read, and why each block stayed or went"},
    {"keep-all", "", "keep section fronts, tag pages, galleries, video and error pages too"},
    {"dry-run", "",
     "read, extract and report, but write nothing; with --db, first print what of each input is "
     "not "
     "in that index yet"},
    {"strict", "", "fail (exit 2) if anything was rejected or mended"},
    {"report", "FILE", "append every rejected record to FILE as a JSON line"},
    {"check", "", "instead of feeding: say whether the index is sound"},
    {"stats", "", "... count its articles by language, outlet and month"},
    {"export", "", "... print its articles as --extract-only does"},
    {"delete", "NAME...",
     "... remove the article with this address, id or file, as a search prints it; it does not "
     "come back"},
    {"delete-outlet", "NAME...", "... remove all of an outlet, likewise"},
    {"undelete", "NAME...", "... let it come back when its input is read again"},
    {"expire", "DATE...", "... remove what was published before this day, YYYY-MM-DD"},
    {"merge", "DIR...", "... add all of another index; of the same article the other one stays"},
    {"compact", "", "... write it anew without gaps"},
    {"snapshot", "DIR",
     "... copy one committed state of it to DIR and check the copy, even while "
     "another run writes"},
    {"upgrade", "", "... build it anew from its own articles, for this version of Pantau"},
    {"help,h", "", "this text"},
    {"version", "", "version, and that of the index format"},
};

std::string help(const po::options_description& options) {
  std::ostringstream text;
  text
      << "Usage: pantau-index --db DIR [options] INPUT...\n"
         "       pantau-index --extract-only INPUT...\n"
         "       pantau-index --extract-only --explain FILE|URL [INPUT...]\n\n"
         "Reads what crawlers leave (files, folders, or - for standard input), cuts the articles "
         "out\n"
         "of their pages and adds them to the index. An article that comes again replaces itself.\n"
         "Inputs that an earlier run read are not read again, what was added to them is; a run "
         "that "
         "was\nstopped goes on where it committed.\n\n"
      << options
      << "\nExit codes: 0 done, 1 some records were damaged, 2 wrong use or failure, 75 another\n"
         "process writes to the index, 130 and 143 stopped by SIGINT or SIGTERM.\n";
  return text.str();
}

InputFormat to_format(const std::string& text) {
  struct Name {
    std::string_view name;
    InputFormat format;
  };
  static constexpr std::array names{
      Name{"auto", InputFormat::automatic}, Name{"warc", InputFormat::warc},
      Name{"arc", InputFormat::arc},        Name{"wet", InputFormat::wet},
      Name{"html", InputFormat::html},      Name{"text", InputFormat::text},
      Name{"jsonl", InputFormat::jsonl}};
  const auto row =
      std::find_if(names.begin(), names.end(), [&](const Name& n) { return n.name == text; });
  if (row == names.end())
    fail("--format takes auto, warc, arc, wet, html, text or jsonl, not '" + text + "'");
  return row->format;
}

/// The one option that names a mode, other than feeding.
void read_mode(const po::variables_map& values, IndexOptions& options) {
  using Mode = IndexOptions::Mode;
  struct Name {
    const char* name;
    Mode mode;
    bool has_arguments;
  };
  static constexpr std::array names{
      Name{"dry-run", Mode::dry_run, false},  Name{"extract-only", Mode::extract, false},
      Name{"check", Mode::check, false},      Name{"stats", Mode::stats, false},
      Name{"export", Mode::print, false},     Name{"delete", Mode::remove_name, true},
      Name{"undelete", Mode::undelete, true}, Name{"delete-outlet", Mode::remove_outlet, true},
      Name{"expire", Mode::expire, true},     Name{"merge", Mode::merge, true},
      Name{"compact", Mode::compact, false},  Name{"upgrade", Mode::upgrade, false},
      Name{"snapshot", Mode::snapshot, false}};
  for (const Name& row : names) {
    if (values.count(row.name) == 0) continue;
    if (options.mode != Mode::feed) fail("one task at a time; see pantau-index --help");
    options.mode = row.mode;
    if (row.has_arguments) options.arguments = values[row.name].as<Strings>();
  }
  if (options.mode == Mode::snapshot) options.arguments = {values["snapshot"].as<std::string>()};
  if (values.count("explain") == 0) return;
  if (options.mode != Mode::extract) fail("--explain goes with --extract-only");
  options.mode = Mode::explain;
  options.explained = values["explain"].as<std::string>();
  // A file to explain is an input itself; a URL names pages in the inputs.
  if (options.explained.find("://") == std::string::npos)
    options.inputs.push_back(options.explained);
}

Build to_build(const std::string& text) {
  if (text == "auto") return Build::automatic;
  if (text == "direct") return Build::direct;
  if (text == "segments") return Build::segments;
  fail("--build takes auto, direct or segments, not '" + text + "'");
}

/// A number from `least` to `most`, both below a million.
unsigned to_number(const std::string& option, const std::string& text, unsigned least,
                   unsigned most) {
  const bool digits = !text.empty() && text.size() <= 6 &&
                      text.find_first_not_of("0123456789") == std::string::npos;
  const unsigned number = digits ? static_cast<unsigned>(std::stoul(text)) : most + 1;
  if (number < least || number > most)
    fail(option + " takes a number from " + std::to_string(least) + " to " + std::to_string(most) +
         ", not '" + text + "'");
  return number;
}

// "512K", "64M", "1G" or bytes: in powers of 1024.
std::size_t to_size(const std::string& text) {
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  const std::string_view unit{rest, static_cast<std::size_t>(end - rest)};
  const unsigned shift = unit == "K" ? 10 : unit == "M" ? 20 : unit == "G" ? 30 : 0;
  const bool is_size = error == std::errc{} && (unit.empty() || shift > 0);
  const bool fits = is_size && number <= most_max_record >> shift;
  if (!fits || number << shift < least_max_record)
    fail("--max-record takes a size from 1K to 1G, such as 64M, not '" + text + "'");
  return number << shift;
}

/// Checks the options of commands that read inputs, whether they write an index or not.
void check_reading(const IndexOptions& options) {
  const bool writes = options.mode == IndexOptions::Mode::feed;
  if (options.inputs.empty())
    fail("nothing to read; name files, folders or - (see pantau-index --help)");
  if (writes && options.index.empty())
    fail("no index named; use --db DIR, or --extract-only (see pantau-index --help)");
  if (!writes && options.rebuild)
    fail("--rebuild writes an index; leave out --extract-only and --dry-run, or --rebuild");
  if (std::count(options.inputs.begin(), options.inputs.end(), "-") > 1)
    fail("standard input (-) can be read only once");
}

/// Checks the options of commands that work on an index that exists.
void check_upkeep(const IndexOptions& options) {
  if (!options.inputs.empty()) fail("this reads no input; leave out " + options.inputs.front());
  if (options.index.empty()) fail("no index named; use --db DIR");
  for (const std::string& day : options.arguments)
    if (options.mode == IndexOptions::Mode::expire && !parse_iso_date(day))
      fail("--expire takes a day such as 2023-08-11, not '" + day + "'");
}

bool needs_index(IndexOptions::Mode mode) {
  using Mode = IndexOptions::Mode;
  return mode != Mode::dry_run && mode != Mode::extract && mode != Mode::explain;
}

void check(const IndexOptions& options) {
  switch (options.mode) {
    case IndexOptions::Mode::feed:
    case IndexOptions::Mode::dry_run:
    case IndexOptions::Mode::extract:
    case IndexOptions::Mode::explain:
      return check_reading(options);
    default:
      return check_upkeep(options);
  }
}

}  // namespace

IndexOptions parse_index_options(const std::vector<std::string>& arguments,
                                 const std::string& default_index) {
  const po::options_description visible = to_boost(rows);
  const po::variables_map values = read_options(arguments, visible, "pantau-index");
  IndexOptions options;
  if (values.count("help") > 0) options.answer = help(visible);
  if (values.count("version") > 0) options.answer = version_text("pantau-index");
  if (values.count("list-options") > 0) options.answer = list_options(rows);
  if (!options.answer.empty()) {
    options.mode = IndexOptions::Mode::answer;
    return options;
  }
  if (values.count("db") > 0) options.index = values["db"].as<std::string>();
  if (values.count("words") > 0) options.inputs = values["words"].as<Strings>();
  options.jobs = values.count("jobs") > 0
                     ? to_number("--jobs", values["jobs"].as<std::string>(), 1, max_jobs)
                     : std::max(1U, std::thread::hardware_concurrency());
  options.crawl.format = to_format(values["format"].as<std::string>());
  if (values.count("max-record") > 0)
    options.crawl.max_record_bytes = to_size(values["max-record"].as<std::string>());
  options.build = to_build(values["build"].as<std::string>());
  if (values.count("commit-every") > 0)
    options.commit_every =
        to_number("--commit-every", values["commit-every"].as<std::string>(), 1, max_commit_every);
  if (values.count("wait") > 0)
    options.wait = std::chrono::seconds{
        to_number("--wait", values["wait"].as<std::string>(), 0, max_wait_seconds)};
  options.rebuild = values.count("rebuild") > 0;
  options.keep_all = values.count("keep-all") > 0;
  options.strict = values.count("strict") > 0;
  if (values.count("report") > 0) options.report = values["report"].as<std::string>();
  read_mode(values, options);
  if (options.index.empty() && needs_index(options.mode)) options.index = default_index;
  check(options);
  return options;
}

}  // namespace pantau
