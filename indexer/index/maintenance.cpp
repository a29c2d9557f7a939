#include "indexer/index/maintenance.h"

#include <map>
#include <memory>
#include <utility>

#include "common/analyzer.h"
#include "common/article.h"
#include "common/error.h"
#include "common/index_location.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "common/url.h"
#include "indexer/index/database_version.h"
#include "indexer/index/deletions.h"
#include "indexer/index/disk_space.h"
#include "indexer/index/document_builder.h"
#include "indexer/index/generation_writer.h"
#include "indexer/index/xapian_call.h"
#include "indexer/index_error.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;

std::vector<Xapian::docid> find_outlet(const GenerationWriter& generation,
                                       const std::string& name) {
  Analyzer analyzer;
  const std::string wanted = folded_name(name, analyzer);
  std::map<std::string, bool> is_wanted;
  return generation.find_by_value(field("outlet").slot, [&](const std::string& outlet) {
    const auto [known, is_new] = is_wanted.try_emplace(outlet, outlet == name);
    if (is_new && !wanted.empty() && !known->second)
      known->second = folded_name(outlet, analyzer) == wanted;
    return known->second;
  });
}

/// The file of an article as identity() has it: absolute, with the offset in it that may follow.
std::string absolute_file(const std::string& name) {
  const std::size_t colon = name.rfind(':');
  const bool has_offset = colon != std::string::npos && colon + 1 < name.size() &&
                          name.find_first_not_of("0123456789", colon + 1) == std::string::npos;
  const std::string offset = has_offset ? name.substr(colon) : "";
  std::error_code error;
  return fs::weakly_canonical(name.substr(0, name.size() - offset.size()), error).string() + offset;
}

/// By the terms that an article has of its names; else by what is stored, as a file may be named
/// from another folder now than it was.
std::vector<Xapian::docid> find_name(const GenerationWriter& generation, const std::string& name) {
  const std::string url = canonical_url(name);
  for (const auto& [prefix, value] :
       {std::pair{field("url").prefix, url}, std::pair{field("url").prefix, name},
        std::pair{field("id").prefix, name}, std::pair{field("id").prefix, absolute_file(name)}})
    if (!value.empty())
      if (auto ids = generation.find_all(label_term(prefix, value)); !ids.empty()) return ids;
  std::vector<Xapian::docid> ids;
  for (const Xapian::docid id : generation.find_all(""))
    if (display_id(decode_article(generation.stored(id))) == name) ids.push_back(id);
  return ids;
}

std::vector<Xapian::docid> find(const GenerationWriter& generation, Removal::By by,
                                const std::string& value) {
  if (by == Removal::By::name) return find_name(generation, value);
  if (by == Removal::By::outlet) return find_outlet(generation, value);
  const std::string end = to_compact(*parse_iso_date(value));
  return generation.find_by_value(field("date").slot,
                                  [&](const std::string& day) { return day < end; });
}

void remember(const GenerationWriter& generation, const std::vector<Xapian::docid>& ids,
              Metadata& deletions) {
  for (const Xapian::docid id : ids) {
    const Article article = decode_article(generation.stored(id));
    deletions[deletion_key(unique_term(article))] = deletion_names(article);
  }
}

std::uint64_t count_undated(const GenerationWriter& generation) {
  const auto dated = generation.find_by_value(field("date").slot,
                                              [](const std::string& day) { return !day.empty(); });
  return generation.articles() - dated.size();
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

void refuse_itself(const fs::path& index, const std::vector<fs::path>& others) {
  std::error_code missing;
  for (const fs::path& other : others)
    if (fs::equivalent(index, other, missing))
      throw Error{Error::Kind::usage, other.string() +
                                          ": an index cannot be merged into itself; --compact "
                                          "writes it anew without gaps"};
}

}  // namespace

Removed remove_articles(const fs::path& index, const Removal& removal, std::chrono::seconds wait) {
  if (!current_generation(index)) fail_index(index, "no index in this folder");
  IndexDirectory directory{index, wait};
  return rethrow_write_errors(index, [&] {
    const auto generation = open_for_update(directory);
    Removed removed;
    Metadata deletions;
    for (const std::string& value : removal.values) {
      const std::vector<Xapian::docid> ids = find(*generation, removal.by, value);
      if (removal.by != Removal::By::before) remember(*generation, ids, deletions);
      generation->remove(ids);
      removed.articles += ids.size();
    }
    if (removed.articles > 0) generation->commit(deletions);
    removed.undated = count_undated(*generation);
    return removed;
  });
}

std::uint64_t undelete(const fs::path& index, const std::vector<std::string>& names,
                       std::chrono::seconds wait) {
  if (!current_generation(index)) fail_index(index, "no index in this folder");
  IndexDirectory directory{index, wait};
  return rethrow_write_errors(index, [&] {
    const auto generation = open_for_update(directory);
    Metadata forgotten;
    for (const std::string& key : find_deletions(*generation, names)) forgotten[key] = "";
    if (!forgotten.empty()) generation->commit(forgotten);
    return forgotten.size();
  });
}

Merged merge_indexes(const fs::path& index, const std::vector<fs::path>& others,
                     std::chrono::seconds wait) {
  refuse_itself(index, others);
  IndexDirectory directory{index, wait};
  return rethrow_write_errors(index, [&] {
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
    return Merged{generation->articles(), bytes, bytes_of(generation->path())};
  });
}

}  // namespace pantau
