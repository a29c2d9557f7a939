#include "common/entities/compiler/entity_builder.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <vector>

#include "common/analyzer.h"
#include "common/entities/entities.h"
#include "common/entities/entity_image.h"
#include "common/error.h"
#include "common/hash.h"
#include "common/tsv.h"

namespace pantau {
namespace {

namespace image = entity_image;

constexpr std::size_t first_name_column = 2;
constexpr std::size_t columns = first_name_column + entity_languages.size();
/// Slots for each key: most words of a text are no key, and should meet a free slot at once.
constexpr std::size_t slots_per_key = 4;

/// One spelling by which an entity is recognised.
struct Spelling {
  std::string words, exact;
  std::size_t entity, count, lead;
  unsigned flags;
};

class EntityBuilder {
 public:
  void add(const std::vector<std::string_view>& row);
  [[nodiscard]] std::string image();

 private:
  struct Row {
    std::size_t id, kind, names, count;
  };

  void add_name(std::string_view written, std::size_t language);
  std::size_t place(std::string_view text);
  std::size_t begin();
  void number(std::size_t value, std::size_t width = 4);
  std::size_t append_bucket(const std::string& key, std::vector<Spelling>& spellings);

  Analyzer analyzer_;
  std::string bytes_ = std::string(image::head_bytes, '\0');
  std::unordered_map<std::string, std::size_t> texts_;
  std::vector<Row> rows_;
  std::string names_;  ///< of the row under way
  std::map<std::string, std::vector<Spelling>> by_key_;
};

void put(std::string& bytes, std::size_t number, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i)
    bytes += static_cast<char>(static_cast<unsigned char>(number >> (8 * i) & 0xFF));
}

std::size_t EntityBuilder::place(std::string_view text) {
  if (text.size() > image::max_string_bytes)
    throw Error{Error::Kind::input, "entities: too long a name: " + std::string{text}};
  const auto [known, is_new] = texts_.try_emplace(std::string{text}, bytes_.size());
  if (is_new) {
    put(bytes_, text.size(), 1);
    bytes_ += text;
  }
  return known->second;
}

std::size_t EntityBuilder::begin() {
  bytes_.resize((bytes_.size() + 3) / 4 * 4, '\0');
  return bytes_.size();
}

void EntityBuilder::number(std::size_t value, std::size_t width) {
  put(bytes_, value, width);
}

void EntityBuilder::add(const std::vector<std::string_view>& row) {
  if (row.size() != columns)
    throw Error{Error::Kind::input, "entities: seven columns expected at " + std::string{row[0]}};
  names_.clear();
  std::size_t count = 0;
  for (std::size_t language = 0; language < entity_languages.size(); ++language) {
    std::string_view names = row[first_name_column + language];
    for (; !names.empty(); ++count) {
      const std::size_t end = std::min(names.find('|'), names.size());
      add_name(names.substr(0, end), language);
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }
  const std::size_t id = place(row[0]), kind = place(row[1]), at = begin();
  bytes_ += names_;
  rows_.push_back({id, kind, at, count});
}

void EntityBuilder::add_name(std::string_view written, std::size_t language) {
  const bool is_marked = written.ends_with('!');
  const bool is_abbreviation = entity_languages.at(language).empty();
  if (is_marked) written.remove_suffix(1);
  const std::vector<Word>& words = analyzer_.words(written);
  if (words.empty())
    throw Error{Error::Kind::input, "entities: a name without words: " + std::string{written}};
  const bool is_unbroken = image::is_unbroken(words.front().form);
  Spelling spelling{{}, {}, rows_.size(), words.size(), words.front().begin, 0};
  std::string folded;
  for (const Word& word : words) {
    folded += (folded.empty() ? "" : " ") + word.form;
    if (!is_unbroken && !spelling.words.empty()) spelling.words += ' ';
    spelling.words += is_unbroken ? std::string_view{word.form} : image::bare(word.form);
  }
  if (is_marked || is_abbreviation) spelling.exact = written.substr(0, words.back().end);
  if (is_abbreviation && !is_marked) spelling.flags |= image::flag_abbreviation;
  if (is_unbroken) spelling.flags |= image::flag_unbroken;
  put(names_, place(written), 4);
  put(names_, place(folded), 4);
  put(names_, language, 4);
  by_key_[std::string{image::key_of(words.front().form)}].push_back(std::move(spelling));
}

std::size_t EntityBuilder::append_bucket(const std::string& key, std::vector<Spelling>& spellings) {
  std::stable_sort(spellings.begin(), spellings.end(), [](const Spelling& a, const Spelling& b) {
    return a.words.size() > b.words.size();
  });
  struct Texts {
    std::size_t words, exact;
  };
  std::vector<Texts> texts;
  texts.reserve(spellings.size());
  for (const Spelling& spelling : spellings)
    texts.push_back({place(spelling.words), spelling.exact.empty() ? 0 : place(spelling.exact)});
  const std::size_t name = place(key), offset = begin();
  number(name);
  number(spellings.size());
  for (std::size_t i = 0; i < spellings.size(); ++i) {
    number(texts[i].words);
    number(texts[i].exact);
    number(spellings[i].entity);
    number(spellings[i].count, 1);
    number(spellings[i].lead, 1);
    number(spellings[i].flags, 2);
  }
  return offset;
}

std::string EntityBuilder::image() {
  std::size_t slot_count = 1;
  while (slot_count < slots_per_key * by_key_.size()) slot_count *= 2;
  std::vector<std::size_t> slots(slot_count, 0);
  for (auto& [key, spellings] : by_key_) {
    std::size_t slot = fnv1a(key) & (slot_count - 1);
    while (slots[slot] != 0) slot = (slot + 1) & (slot_count - 1);
    slots[slot] = append_bucket(key, spellings);
  }
  const std::size_t entities_at = begin();
  for (const Row& row : rows_)
    for (const std::size_t value : {row.id, row.kind, row.names, row.count}) number(value);
  const std::size_t slots_at = begin();
  for (const std::size_t slot : slots) number(slot);
  std::string head{image::magic};
  for (const std::size_t value : {bytes_.size(), entities_at, rows_.size(), slots_at, slot_count})
    put(head, value, 4);
  return head + bytes_.substr(image::head_bytes);
}

}  // namespace

std::string compile_entities(std::string_view text) {
  EntityBuilder builder;
  for (const auto& row : tsv_rows(text)) builder.add(row);
  return builder.image();
}

}  // namespace pantau
