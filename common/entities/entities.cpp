#include "common/entities/entities.h"

#include <algorithm>
#include <string>

#include "common/embedded.h"
#include "common/entities/entity_image.h"
#include "common/hash.h"

namespace pantau {
namespace {

namespace image = entity_image;

/// Between the words of one name: " & ", "’ ", ". ".
constexpr std::size_t max_gap_bytes = 4;
/// A point after a word this short may be an abbreviation's ("Co. Ltd", "St. Kitts").
constexpr std::uint32_t max_abbreviated_bytes = 3;

/// Do two neighbouring words belong to one name, by what is between them?
bool joins(std::string_view text, const Word& left, const Word& right) {
  const std::string_view gap = text.substr(left.end, right.begin - left.end);
  if (gap == " " || gap.empty()) return true;
  if (gap.size() > max_gap_bytes || gap.find_first_of(",;:!?()[]\"\n\r\t|") != gap.npos)
    return false;
  return !gap.starts_with(". ") || left.end - left.begin <= max_abbreviated_bytes;
}

/// A headline in capitals says nothing about how a name is written. Other scripts have none.
bool is_shouted(std::string_view text) {
  constexpr std::size_t fewest_bytes = 20;
  return text.size() >= fewest_bytes && std::none_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
         });
}

}  // namespace

/// A text to find names in.
struct EntityTable::Text {
  std::string_view text;
  std::span<const Word> words;
  bool is_query;
  bool believes_capitals;
};

struct EntityTable::Candidate {
  std::string_view words, exact;
  std::size_t lead;
  std::uint8_t flags;

  /// How many words of `text` from `at` on are this name; 0: it is not there.
  [[nodiscard]] std::uint32_t length_at(const Text& text, std::size_t at) const {
    const std::uint32_t length =
        (flags & image::flag_unbroken) != 0 ? unbroken_at(text, at) : words_at(text, at);
    return length > 0 && is_written_so(text, text.words[at], text.words[at + length - 1]) ? length
                                                                                          : 0;
  }

 private:
  [[nodiscard]] std::uint32_t words_at(const Text& text, std::size_t at) const {
    std::string_view rest = words;
    for (std::size_t i = at; i < text.words.size(); ++i) {
      if (i > at && !joins(text.text, text.words[i - 1], text.words[i])) return 0;
      const std::string_view form = image::bare(text.words[i].form);
      if (!rest.starts_with(form)) return 0;
      rest.remove_prefix(form.size());
      if (rest.empty()) return static_cast<std::uint32_t>(i + 1 - at);
      if (rest.front() != ' ') return 0;
      rest.remove_prefix(1);
    }
    return 0;
  }

  [[nodiscard]] std::uint32_t unbroken_at(const Text& text, std::size_t at) const {
    std::string_view rest = words;
    for (std::size_t i = at; i < text.words.size(); ++i) {
      if (i > at && text.words[i - 1].end != text.words[i].begin) return 0;
      if (!rest.starts_with(text.words[i].form)) return 0;
      rest.remove_prefix(text.words[i].form.size());
      if (rest.empty()) return static_cast<std::uint32_t>(i + 1 - at);
    }
    return 0;
  }

  [[nodiscard]] bool is_written_so(const Text& text, const Word& first, const Word& last) const {
    if (exact.empty()) return true;
    if (text.text.substr(last.end).starts_with('$')) return false;  // "US$ 5" is no country
    if (text.is_query && (flags & image::flag_abbreviation) != 0) return true;
    return text.believes_capitals && first.begin >= lead &&
           text.text.substr(first.begin - lead).starts_with(exact);
  }
};

std::string_view Entity::name(std::string_view language) const {
  for (const std::string_view wanted : {language, std::string_view{"en"}})
    for (const EntityName& name : names)
      if (name.language == wanted) return name.text;
  return names.empty() ? id : names.front().text;
}

std::string entity_name(std::string_view id, std::string_view language) {
  const std::optional<Entity> entity = EntityTable::embedded().find_id(id);
  return std::string{entity ? entity->name(language) : id};
}

EntityTable EntityTable::embedded() {
  return EntityTable{embedded::entity_image()};
}

EntityTable::EntityTable(std::string_view bytes)
    : image_{bytes, image::magic, image::head_bytes, "table of entities"} {
  entities_at_ = image_.u32(image::entities_at);
  entities_ = image_.u32(image::entities_at + 4);
  slots_at_ = image_.u32(image::slots_at);
  slots_ = image_.u32(image::slots_at + 4);
  const bool is_power_of_two = slots_ > 0 && (slots_ & (slots_ - 1)) == 0;
  if (!is_power_of_two) image_.fail("its slots are no power of two");
  image_.check(entities_at_, entities_, image::entity_bytes);
  image_.check(slots_at_, slots_, 4);
}

std::vector<EntityMention> EntityTable::mentions(std::string_view text,
                                                 std::span<const Word> words) const {
  std::vector<EntityMention> found;
  const Text place{text, words, false, !is_shouted(text)};
  for (std::size_t at = 0; at < words.size();) {
    const EntityMention mention = match(place, at);
    if (mention.count > 0) found.push_back(mention);
    at += std::max<std::size_t>(1, mention.count);
  }
  return found;
}

std::optional<EntityMention> EntityTable::find(std::string_view query, std::span<const Word> words,
                                               std::size_t at) const {
  if (at >= words.size()) return std::nullopt;
  const EntityMention mention = match({query, words, true, true}, at);
  return mention.count > 0 ? std::optional{mention} : std::nullopt;
}

std::string_view EntityTable::resolve(std::string_view text, std::span<const Word> words) const {
  if (find_id(text)) return text;
  const std::optional<EntityMention> mention = find(text, words);
  return mention && mention->count == words.size() ? id(mention->entity) : std::string_view{};
}

EntityMention EntityTable::match(const Text& text, std::size_t at) const {
  const std::size_t bucket = bucket_of(image::key_of(text.words[at].form));
  if (bucket == 0) return {};
  const std::size_t count = image_.u32(bucket + 4);
  image_.check(bucket + 8, count, image::candidate_bytes);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t row = bucket + 8 + i * image::candidate_bytes;
    const std::uint32_t exact = image_.u32(row + 4), sizes = image_.u32(row + 12);
    const Candidate candidate{image_.text(image_.u32(row)),
                              exact == 0 ? std::string_view{} : image_.text(exact),
                              sizes >> 8U & 0xFFU, static_cast<std::uint8_t>(sizes >> 16U & 0xFFU)};
    if (const std::uint32_t length = candidate.length_at(text, at); length > 0)
      return {image_.u32(row + 8), static_cast<std::uint32_t>(at), length};
  }
  return {};
}

Entity EntityTable::entity(std::size_t row) const {
  if (row >= entities_) image_.fail("a row is not there");
  const std::size_t at = entities_at_ + row * image::entity_bytes;
  const std::size_t names = image_.u32(at + 8), count = image_.u32(at + 12);
  image_.check(names, count, image::name_bytes);
  Entity entity{id(row), image_.text(image_.u32(at + 4)), {}};
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t name = names + i * image::name_bytes;
    const std::size_t language = image_.u32(name + 8) & 0xFFU;
    if (language >= entity_languages.size()) image_.fail("a name has no language");
    entity.names.push_back({image_.text(image_.u32(name)), image_.text(image_.u32(name + 4)),
                            entity_languages.at(language)});
  }
  return entity;
}

std::string_view EntityTable::id(std::size_t row) const {
  if (row >= entities_) image_.fail("a row is not there");
  return image_.text(image_.u32(entities_at_ + row * image::entity_bytes));
}

std::optional<Entity> EntityTable::find_id(std::string_view wanted) const {
  const std::size_t row =
      ImageReader::find(entities_, wanted, [this](std::size_t at) { return id(at); });
  if (row == entities_) return std::nullopt;
  return entity(row);
}

/// Where the candidates of `key` are; 0 if there are none. A full table would make this endless:
/// the count bounds it.
std::size_t EntityTable::bucket_of(std::string_view key) const {
  for (std::size_t i = 0, slot = fnv1a(key); i < slots_; ++i, ++slot) {
    const std::uint32_t bucket = image_.u32(slots_at_ + (slot & (slots_ - 1)) * 4);
    if (bucket == 0) return 0;
    if (image_.text(image_.u32(bucket)) == key) return bucket;
  }
  return 0;
}

}  // namespace pantau
