// What is on disk: the one table of fields that indexing, queries, --help and the docs read, the
// names of terms, and the versions a reader checks. Prefixes follow Omega's conventions
// (termprefixes.rst in Xapian), slots are ours. Changing a prefix, a slot or a kind needs a new
// schema_version. Tested by tests/common/schema_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace pantau {

/// Raised whenever an index written before can no longer be read rightly.
inline constexpr int schema_version = 3;

enum class FieldKind {
  text,   ///< words, stemmed by the article's language
  name,   ///< words as they are written, never stemmed: names of people and outlets
  label,  ///< one exact value
  date,   ///< a day
};

inline constexpr std::uint32_t no_slot = UINT32_MAX;

struct Field {
  std::string_view name;    ///< as typed in a query: `outlet:solopos`
  std::string_view prefix;  ///< of its terms; "" for the body, which queries search by default
  FieldKind kind;
  unsigned weight;     ///< how often one occurrence counts in the default search; 0: only by name
  std::uint32_t slot;  ///< value slot that holds it for sorting and ranges, or no_slot
  std::string_view help;
};

inline constexpr std::array fields{
    Field{"body", "", FieldKind::text, 1, no_slot, "the words of the article"},
    Field{"title", "S", FieldKind::text, 5, no_slot, "the words of its headline"},
    Field{"author", "A", FieldKind::name, 0, no_slot, "who wrote it"},
    Field{"outlet", "XO", FieldKind::name, 0, 2, "newspaper or site, by its name"},
    Field{"host", "H", FieldKind::label, 0, no_slot, "host of its address, or a parent domain"},
    Field{"lang", "L", FieldKind::label, 0, 3, "language, as a code such as en or id"},
    Field{"entity", "XENT", FieldKind::label, 0, 6,
          "company, body, law, country or currency it is about, by any of its names"},
    Field{"date", "", FieldKind::date, 0, 0, "day of publication"},
    Field{"url", "U", FieldKind::label, 0, no_slot, "its address, exactly"},
    Field{"id", "Q", FieldKind::label, 0, no_slot, "its unique identity in the index"},
};

/// Parts the ids in the slot of entities, of which an article has any number.
inline constexpr char entity_separator = ' ';

/// + folded_name() of an outlet, so that "CNN" is not "CNN Indonesia". Indexes of before 1.0 have
/// the words of `outlet` alone.
inline constexpr std::string_view whole_outlet_prefix = "XOV";

/// Slots that no field names. 1: time of capture; 4: fingerprint of the body, to tell near copies
/// (common/fingerprint.h); 5: digest of the article, to tell an unchanged one; 7: words of its
/// title (common/title_marks.h).
inline constexpr std::uint32_t captured_slot = 1;
inline constexpr std::uint32_t fingerprint_slot = 4;
inline constexpr std::uint32_t digest_slot = 5;
inline constexpr std::uint32_t title_slot = 7;

/// The row called `name`; a constant expression fails to compile on a name that is not there.
[[nodiscard]] consteval const Field& field(std::string_view name) {
  for (const Field& row : fields)
    if (row.name == name) return row;
  throw "no such field";
}

/// The row called `name`, or nullptr.
[[nodiscard]] constexpr const Field* find_field(std::string_view name) {
  for (const Field& row : fields)
    if (row.name == name) return &row;
  return nullptr;
}

[[nodiscard]] constexpr bool rows_differ() {
  for (std::size_t i = 0; i < fields.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (fields[i].name == fields[j].name ||
          (!fields[i].prefix.empty() && fields[i].prefix == fields[j].prefix) ||
          (fields[i].slot != no_slot && fields[i].slot == fields[j].slot))
        return false;
  return true;
}
static_assert(rows_differ(), "two fields share a name, a prefix or a slot");

/// Longer words are cut out, never an error: Xapian takes 245 bytes with all prefixes, and no word
/// that anybody types is longer than this.
inline constexpr std::size_t max_word_bytes = 64;

/// Words of one article beyond this are not indexed: it is 20 times the longest report we met.
inline constexpr std::uint32_t max_article_words = 100'000;

/// Names and labels are cut to this many bytes, so that any term fits into Xapian's 245.
inline constexpr std::size_t max_label_bytes = 200;

/// `prefix` + `value`; a value longer than max_label_bytes keeps its start and a hash of the whole.
[[nodiscard]] std::string label_term(std::string_view prefix, std::string_view value);

/// Metadata keys of an index.
inline constexpr std::string_view schema_version_key = "pantau:schema";
inline constexpr std::string_view analyzer_version_key = "pantau:analyzer";

/// + a language's code: the sum of the lengths of its articles, in decimal digits. Divided by how
/// many there are it is what BM25 compares a length with.
inline constexpr std::string_view length_sum_key_prefix = "pantau:length:";

/// + the absolute path of an input: how far it was read (indexer/index/input_record.h).
inline constexpr std::string_view input_key_prefix = "pantau:input:";

}  // namespace pantau
