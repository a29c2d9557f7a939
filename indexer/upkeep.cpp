#include "indexer/upkeep.h"

#include "common/index_location.h"
#include "indexer/index/generations.h"
#include "indexer/index/index_contents.h"
#include "indexer/index/index_writer.h"
#include "indexer/render_json.h"

namespace pantau {
namespace {

using Task = IndexOptions::Task;

void print_counts(const char* name, const std::map<std::string, std::uint64_t>& counts,
                  std::ostream& out) {
  for (const auto& [key, count] : counts)
    out << name << '\t' << (key.empty() ? "(none)" : key) << '\t' << count << '\n';
}

void print_contents(const IndexContents& contents, std::ostream& out) {
  out << "articles\t" << contents.articles << "\nbytes\t" << contents.bytes << "\ngeneration\t"
      << contents.generation << "\ninputs\t" << contents.inputs << "\nschema\t" << contents.schema
      << "\nanalysis\t" << contents.analysis << '\n';
  print_counts("language", contents.by_language, out);
  print_counts("outlet", contents.by_outlet, out);
  print_counts("month", contents.by_month, out);
}

/// A mistyped folder is no new index.
void require_index(const std::string& path) {
  if (!current_generation(path)) fail_index(path, "no index in this folder");
}

bool remove_articles(const IndexOptions& options, std::ostream& out) {
  require_index(options.index);
  IndexWriter writer{options.index, IndexWriter::Mode::update, {}, options.wait};
  std::uint64_t removed = 0;
  for (const std::string& name : options.task_arguments) {
    if (options.task == Task::remove_url) removed += writer.remove_url(name);
    if (options.task == Task::remove_outlet) removed += writer.remove_outlet(name);
    if (options.task == Task::expire) removed += writer.remove_before(*parse_iso_date(name));
  }
  writer.finish();
  out << "removed " << removed << '\n';
  return removed > 0;
}

bool rewrite(const IndexOptions& options) {
  if (options.task == Task::compact) require_index(options.index);
  IndexWriter writer{options.index, IndexWriter::Mode::update, {}, options.wait};
  writer.merge({options.task_arguments.begin(), options.task_arguments.end()});
  return true;
}

}  // namespace

bool do_upkeep(const IndexOptions& options, std::ostream& out) {
  switch (options.task) {
    case Task::check:
      check_index(options.index);
      out << options.index << ": sound\n";
      return true;
    case Task::stats:
      print_contents(contents_of(options.index), out);
      return true;
    case Task::print:
      for_each_article(options.index, [&](const Article& one) { render_article(one, out); });
      return true;
    case Task::remove_url:
    case Task::remove_outlet:
    case Task::expire:
      return remove_articles(options, out);
    case Task::merge:
    case Task::compact:
      return rewrite(options);
    case Task::feed:
      break;
  }
  return false;
}

}  // namespace pantau
