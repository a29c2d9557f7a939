#include "indexer/index/maintenance.h"

#include <memory>
#include <utility>

#include "common/date.h"
#include "common/index_location.h"
#include "common/schema.h"
#include "common/url.h"
#include "indexer/index/database_version.h"
#include "indexer/index/disk_space.h"
#include "indexer/index/generation_writer.h"
#include "indexer/index/index_directory.h"
#include "indexer/index/xapian_call.h"
#include "indexer/index_error.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;

std::vector<Xapian::docid> find(const GenerationWriter& generation, Removal::By by,
                                const std::string& value) {
  switch (by) {
    case Removal::By::url:
      return generation.find_all(label_term(field("url").prefix, canonical_url(value)));
    case Removal::By::outlet:
      return generation.find_by_value(field("outlet").slot,
                                      [&](const std::string& outlet) { return outlet == value; });
    case Removal::By::before: {
      const std::string end = to_compact(*parse_iso_date(value));
      return generation.find_by_value(field("date").slot,
                                      [&](const std::string& day) { return day < end; });
    }
  }
  return {};
}

/// What an index that is merged into another brings along.
struct Part {
  fs::path database;
  std::uint64_t bytes = 0;
};

/// Adds the unique terms of the articles in `index` to `terms`.
Part read_part_to_merge(const fs::path& index, std::vector<std::string>& terms) {
  const fs::path path = published_generation(index);
  const Xapian::Database articles{path.string()};
  require_this_version(articles, index);
  const std::string prefix{field("id").prefix};
  for (auto term = articles.allterms_begin(prefix); term != articles.allterms_end(prefix); ++term)
    terms.push_back(*term);
  return {path, bytes_of(path)};
}

}  // namespace

std::uint64_t remove_articles(const fs::path& index, const Removal& removal,
                              std::chrono::seconds wait) {
  if (!current_generation(index)) fail_index(index, "no index in this folder");
  IndexDirectory directory{index, wait};
  return rethrow_write_errors(index, [&] {
    const auto generation = open_for_update(directory);
    std::uint64_t removed = 0;
    for (const std::string& value : removal.values) {
      const std::vector<Xapian::docid> ids = find(*generation, removal.by, value);
      generation->remove(ids);
      removed += ids.size();
    }
    if (removed > 0) generation->commit();
    return removed;
  });
}

void merge_indexes(const fs::path& index, const std::vector<fs::path>& others,
                   std::chrono::seconds wait) {
  IndexDirectory directory{index, wait};
  rethrow_write_errors(index, [&] {
    auto generation = open_for_update(directory);
    std::vector<fs::path> parts;
    std::vector<std::string> replaced_terms;
    std::uint64_t bytes = bytes_of(generation->path());
    for (const fs::path& other : others) {
      Part part = read_part_to_merge(other, replaced_terms);
      bytes += part.bytes;
      parts.push_back(std::move(part.database));
    }
    require_disk_space(index, bytes);
    generation =
        merge_into_next(directory, std::move(generation), std::move(parts), replaced_terms);
    directory.publish(generation->number());
  });
}

}  // namespace pantau
