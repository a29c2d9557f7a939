// What is done with an index besides feeding it. Entrance: keep_up. Tested by
// tests/cli/upkeep_test.cpp.
#include "common/index_location.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/reading_run.h"
#include "indexer/index/generations.h"
#include "indexer/index/index_contents.h"
#include "indexer/index/index_writer.h"
#include "indexer/index/maintenance.h"
#include "indexer/index/snapshot.h"
#include "indexer/index_error.h"
#include "indexer/render_json.h"

namespace pantau {
namespace {

using Mode = IndexOptions::Mode;

void print_counts(const char* name, const std::map<std::string, std::uint64_t>& counts,
                  std::ostream& out) {
  for (const auto& [key, count] : counts)
    out << name << '\t' << (key.empty() ? "(none)" : key) << '\t' << count << '\n';
}

void print_contents(const IndexContents& contents, std::ostream& out) {
  out << "articles\t" << contents.articles << "\nbytes\t" << contents.bytes << "\ngeneration\t"
      << contents.generation << "\ninputs\t" << contents.inputs << "\ndeleted\t" << contents.deleted
      << "\nschema\t" << contents.schema << "\nanalysis\t" << contents.analysis << '\n';
  print_counts("language", contents.by_language, out);
  print_counts("outlet", contents.by_outlet, out);
  print_counts("month", contents.by_month, out);
}

/// A mistyped folder is no new index.
void require_index(const std::string& path) {
  if (!current_generation(path)) fail_index(path, "no index in this folder");
}

bool remove(const IndexOptions& options, Removal::By by, std::ostream& out) {
  const Removed removed = remove_articles(options.index, {by, options.arguments}, options.wait);
  out << "removed " << removed.articles << '\n';
  if (by == Removal::By::before && removed.undated > 0)
    out << "without a date, and left " << removed.undated << '\n';
  return removed.articles > 0;
}

void merge(const IndexOptions& options, std::ostream& out) {
  const Merged merged = merge_indexes(
      options.index, {options.arguments.begin(), options.arguments.end()}, options.wait);
  out << "articles " << merged.articles << "\nbytes before " << merged.bytes_before
      << "\nbytes now " << merged.bytes << '\n';
}

/// Writes every article of an index into a new generation of it.
void upgrade(const IndexOptions& options, std::ostream& out) {
  require_index(options.index);
  IndexWriter writer{options.index, IndexWriter::Mode::upgrade, {}, options.wait};
  writer.prepare(options.build, bytes_of(published_generation(options.index)), options.jobs);
  std::uint64_t articles = 0;
  for_each_article(options.index, [&](const Article& article) {
    writer.write(article);
    ++articles;
  });
  writer.finish();
  out << "articles " << articles << '\n';
}

/// False if there was nothing to do it to.
bool do_upkeep(const IndexOptions& options, std::ostream& out) {
  switch (options.mode) {
    case Mode::check:
      check_index(options.index);
      out << options.index << ": sound\n";
      return true;
    case Mode::stats:
      print_contents(contents_of(options.index), out);
      return true;
    case Mode::print:
      for_each_article(options.index, [&](const Article& one) { render_article(one, out); });
      return true;
    case Mode::remove_name:
      return remove(options, Removal::By::name, out);
    case Mode::remove_outlet:
      return remove(options, Removal::By::outlet, out);
    case Mode::expire:
      return remove(options, Removal::By::before, out);
    case Mode::undelete: {
      const std::uint64_t forgotten = undelete(options.index, options.arguments, options.wait);
      out << "undeleted " << forgotten << '\n';
      return forgotten > 0;
    }
    case Mode::compact:
      require_index(options.index);
      [[fallthrough]];
    case Mode::merge:
      merge(options, out);
      return true;
    case Mode::snapshot:
      out << "bytes " << take_snapshot(options.index, options.arguments.front()) << '\n';
      return true;
    case Mode::upgrade:
      upgrade(options, out);
      return true;
    default:
      return false;
  }
}

}  // namespace

int keep_up(const IndexOptions& options, const Console& console) {
  const bool done = do_upkeep(options, console.out);
  require_output(console.out);
  return done ? exit_done : exit_rejected;
}

}  // namespace pantau
