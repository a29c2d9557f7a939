#include "indexer/index/index_contents.h"

#include <set>

#include <unistd.h>
#include <xapian.h>

#include "common/analyzer.h"
#include "common/index_location.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "indexer/index/child_process.h"
#include "indexer/index/deletions.h"
#include "indexer/index/document_builder.h"
#include "indexer/index/generations.h"
#include "indexer/index/index_lock.h"
#include "indexer/index/segment.h"
#include "indexer/index/xapian_call.h"
#include "indexer/index_error.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;

/// Stems of every language begin with it; an article of signs alone has no stems.
constexpr char stem_initial = 'Z';

std::map<std::string, std::uint64_t> count_languages(const Xapian::Database& database) {
  std::map<std::string, std::uint64_t> counts;
  const std::string prefix{field("lang").prefix};
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term)
    counts[(*term).substr(prefix.size())] = term.get_termfreq();
  return counts;
}

/// Counts a slot's values, as `name_of` has them; articles without one under "".
template <typename NameOf>
std::map<std::string, std::uint64_t> count_values(const Xapian::Database& database,
                                                  Xapian::valueno slot, const NameOf& name_of) {
  std::map<std::string, std::uint64_t> counts;
  std::uint64_t left = database.get_doccount();
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
       ++value, --left)
    ++counts[name_of(*value)];
  if (left > 0) counts[""] += left;
  return counts;
}

/// "2021-03" of "20210320".
std::string month_of(const std::string& day) {
  return day.empty() ? "" : day.substr(0, 4) + '-' + day.substr(4, 2);
}

/// Adds up the spellings of each name that differ in case only, under the most frequent one.
std::map<std::string, std::uint64_t> join_spellings(
    const std::map<std::string, std::uint64_t>& counts) {
  struct Name {
    std::string spelling;
    std::uint64_t of_spelling = 0, of_all = 0;
  };
  Analyzer analyzer;
  std::map<std::string, Name> names;
  for (const auto& [spelling, count] : counts) {
    const std::string folded = folded_name(spelling, analyzer);
    Name& name = names[folded.empty() ? spelling : folded];
    if (count > name.of_spelling) {
      name.spelling = spelling;
      name.of_spelling = count;
    }
    name.of_all += count;
  }
  std::map<std::string, std::uint64_t> joined;
  for (const auto& [words, name] : names) joined[name.spelling] = name.of_all;
  return joined;
}

void check_length_sum(const Xapian::Database& database, const fs::path& index,
                      const std::string& language) {
  const std::string term = std::string{field("lang").prefix} + language;
  std::uint64_t sum = 0;
  for (auto id = database.postlist_begin(term); id != database.postlist_end(term); ++id)
    sum += id.get_doclength();
  const std::string known = database.get_metadata(std::string{length_sum_key_prefix} + language);
  if (known != std::to_string(sum))
    fail_index(index, "the lengths of the articles in '" + language + "' sum up to " +
                          std::to_string(sum) + ", not " + known +
                          "; build it anew with --rebuild");
}

void check_identities(const Xapian::Database& database, const fs::path& index) {
  const std::string prefix{field("id").prefix};
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term)
    if (term.get_termfreq() != 1)
      fail_index(index, "holds more than one article called " + (*term).substr(prefix.size()));
}

/// Xapian gives nothing for a table that it could not open.
std::string stored_of(const Xapian::Database& database, Xapian::docid id, const fs::path& index) {
  std::string data = database.get_document(id).get_data();
  if (data.empty())
    fail_index(index, "what is stored of article " + std::to_string(id) +
                          " cannot be read; run this again, and if it stays so, build it anew with "
                          "--rebuild");
  return data;
}

/// Nothing else notices a changed letter: the tables have no checksums.
void check_stored(const Xapian::Database& database, const fs::path& index) {
  auto digest = database.valuestream_begin(digest_slot);
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id, ++digest) {
    const Article article = decode_article(stored_of(database, *id, index));
    if (digest == database.valuestream_end(digest_slot) || digest.get_docid() != *id ||
        *digest != article_digest(article))
      fail_index(index, "what is stored of article " + std::to_string(*id) +
                            " is not what was written; build it anew with --rebuild");
  }
}

/// A lost table of terms is noticed when it is read, one of positions only where they should be:
/// Xapian checks neither.
void check_words(const Xapian::Database& database, const fs::path& index) {
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    bool has_words = false;
    for (auto term = database.termlist_begin(*id); term != database.termlist_end(*id); ++term) {
      if (!(*term).starts_with(stem_initial)) continue;
      if (term.positionlist_begin() != term.positionlist_end()) return;
      has_words = true;
    }
    if (has_words)
      fail_index(index, "the places of the words of article " + std::to_string(*id) +
                            " cannot be read; build it anew with --rebuild");
  }
}

/// Xapian opens what it checks for writing, though it writes nothing.
void require_checkable(const fs::path& index) {
  for (const auto& file : fs::directory_iterator{published_generation(index)})
    if (access(file.path().c_str(), R_OK | W_OK) != 0)
      fail_index(file.path(), "only who may read and write it can check it");
}

void check_all(const fs::path& index) {
  rethrow_read_errors(index, [&] {
    const fs::path path = published_generation(index);
    check_database(path);
    const Xapian::Database database{path.string()};
    for (const auto& [language, count] : count_languages(database))
      check_length_sum(database, index, language);
    check_identities(database, index);
    check_stored(database, index);
    check_words(database, index);
  });
}

/// Xapian crashes on some damage, and could read other damage for ever.
void check_apart(const fs::path& index) {
  const auto bytes =
      rethrow_read_errors(index, [&] { return bytes_of(published_generation(index)); });
  run_in_child(index, longest_check(bytes), [&] { check_all(index); });
}

/// While nobody writes: what looks changed since is damaged too.
void check_unchanged(const fs::path& index) {
  const IndexLock lock{index};
  try {
    check_apart(index);
  } catch (const Error& error) {
    if (error.kind() != Error::Kind::locked) throw;
    fail_index(index,
               "a part of it is of another time than the rest; build it anew with --rebuild");
  }
}

}  // namespace

IndexContents contents_of(const fs::path& index) {
  return rethrow_read_errors(index, [&] {
    const fs::path path = published_generation(index);
    const Xapian::Database database{path.string()};
    IndexContents contents;
    contents.generation = *current_generation(index);
    contents.bytes = bytes_of(path);
    contents.articles = database.get_doccount();
    contents.schema = database.get_metadata(std::string{schema_version_key});
    contents.analysis = database.get_metadata(std::string{analyzer_version_key});
    const std::string inputs{input_key_prefix};
    for (auto key = database.metadata_keys_begin(inputs); key != database.metadata_keys_end(inputs);
         ++key)
      ++contents.inputs;
    contents.by_language = count_languages(database);
    contents.deleted = metadata_of(database, deletion_key_prefix).size();
    const auto as_it_is = [](const std::string& outlet) { return outlet; };
    contents.by_outlet = join_spellings(count_values(database, field("outlet").slot, as_it_is));
    contents.by_month = count_values(database, field("date").slot, month_of);
    return contents;
  });
}

void for_each_article(const fs::path& index, const std::function<void(const Article&)>& take) {
  rethrow_read_errors(index, [&] {
    const Xapian::Database database{published_generation(index).string()};
    for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id)
      take(decode_article(stored_of(database, *id, index)));
  });
}

std::function<std::optional<InputRecord>(const std::string&)> known_inputs(const fs::path& index) {
  if (!current_generation(index))
    return [](const std::string& /*path*/) { return std::optional<InputRecord>{}; };
  const Xapian::Database database = rethrow_read_errors(
      index, [&] { return Xapian::Database{published_generation(index).string()}; });
  return [index, database](const std::string& path) {
    return rethrow_read_errors(
        index, [&] { return decode_input(database.get_metadata(input_key(path))); });
  };
}

void check_index(const fs::path& index) {
  require_checkable(index);
  try {
    check_apart(index);
  } catch (const Error&) {  // who writes to it may have changed it below us
    check_unchanged(index);
  }
}

}  // namespace pantau
