// Companies, regulators, laws, countries and the like with all their names (data/entities), found
// in texts and in queries. Compiled into the programs as an image (entity_image.h). Entrance:
// EntityTable. Tested by tests/common/entities_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/analyzer.h"
#include "common/image_reader.h"

namespace pantau {

struct EntityName {
  std::string_view text;      ///< as written: "Personal Data Protection Act", "中国", "OJK"
  std::string_view words;     ///< folded, as Analyzer cuts them, one space between
  std::string_view language;  ///< "en", "id", "ms", "zh", or "" for an abbreviation
};

/// Views into the table.
struct Entity {
  std::string_view id;    ///< "alibaba": what filters and addresses say
  std::string_view kind;  ///< "company", "regulator", "law", "country", ...
  std::vector<EntityName> names;

  /// Its first name in the language ("id" falls back to English, and any to what there is).
  [[nodiscard]] std::string_view name(std::string_view language) const;
};

/// The name of `id` in the language as Entity::name has it, or `id` itself if there is no such
/// entity in this program.
[[nodiscard]] std::string entity_name(std::string_view id, std::string_view language);

/// An entity named in a text: `count` words from words[first].
struct EntityMention {
  std::uint32_t entity;  ///< its row
  std::uint32_t first, count;
};

/// The columns of names in data/entities; the last one is for abbreviations.
inline constexpr std::array<std::string_view, 5> entity_languages{"en", "id", "ms", "zh", ""};

/// A view of an image; any number of threads.
class EntityTable {
 public:
  /// The table that was compiled into this program.
  [[nodiscard]] static EntityTable embedded();

  /// `image` as entity_image.h describes it; must outlive this. Throws Error{input} if its head is
  /// not that of an image; damage further in is found when it is met, and thrown then.
  explicit EntityTable(std::string_view image);

  /// All mentions in `text`, whose words are `words`, in order and none inside another: of names
  /// that begin with the same word the longest counts. A name is not read across a comma or the end
  /// of a sentence; "'s" after it is ignored. Names marked in the table, and abbreviations, count
  /// only as they are written there, and not in a text all in capitals.
  [[nodiscard]] std::vector<EntityMention> mentions(std::string_view text,
                                                    std::span<const Word> words) const;

  /// The longest name at words[at] of a query: abbreviations count in any case of letters too, but
  /// for those that are words as well (data/entities/README.md).
  [[nodiscard]] std::optional<EntityMention> find(std::string_view query,
                                                  std::span<const Word> words,
                                                  std::size_t at = 0) const;

  /// The id that a person means by `text`, which is one or all of a name; "" if there is none. A
  /// view of `text` or of the table.
  [[nodiscard]] std::string_view resolve(std::string_view text, std::span<const Word> words) const;

  [[nodiscard]] std::size_t size() const { return entities_; }

  /// The entity of a row below size().
  [[nodiscard]] Entity entity(std::size_t row) const;
  [[nodiscard]] std::string_view id(std::size_t row) const;
  [[nodiscard]] std::optional<Entity> find_id(std::string_view id) const;

 private:
  struct Text;
  struct Candidate;

  [[nodiscard]] std::size_t bucket_of(std::string_view key) const;
  [[nodiscard]] EntityMention match(const Text& text, std::size_t at) const;

  ImageReader image_;
  std::size_t entities_at_ = 0, entities_ = 0, slots_at_ = 0, slots_ = 0;
};

}  // namespace pantau
