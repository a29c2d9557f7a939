#include "searcher/lexicon/lexicon.h"

#include <algorithm>
#include <map>

#include "common/embedded.h"
#include "common/error.h"
#include "searcher/lexicon/lexicon_image.h"
#include "searcher/search/edit_distance.h"

namespace pantau {
namespace {

namespace image = lexicon_image;

/// Headwords of one stem farther than this from the word asked for are all equally far.
constexpr unsigned max_spelling_edits = 8;
/// A stem may have forty headwords; translations beyond these are shares of a per cent.
constexpr std::size_t max_merged_translations = 16;

[[noreturn]] void fail(const char* what) {
  throw Error{Error::Kind::input, std::string{"the compiled lexicon is damaged: "} + what};
}

std::uint32_t number_at(std::string_view bytes, std::size_t offset, std::size_t width) {
  if (offset > bytes.size() || bytes.size() - offset < width) fail("a place outside of it");
  std::uint32_t number = 0;
  for (std::size_t i = width; i-- > 0;)
    number = number << 8 | static_cast<unsigned char>(bytes[offset + i]);
  return number;
}

std::uint32_t u32_at(std::string_view bytes, std::size_t offset) {
  return number_at(bytes, offset, 4);
}

/// `count` things of `size` bytes at `offset` lie within `bytes`.
bool fits(std::string_view bytes, std::size_t offset, std::size_t count, std::size_t size) {
  return offset % 4 == 0 && offset <= bytes.size() && count <= (bytes.size() - offset) / size;
}

std::string join(std::span<const std::string> words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

/// The glossary's first; then by falling share, then by spelling, so that the order is always the
/// same.
bool comes_before(const Translation& a, const Translation& b) {
  if (a.source != b.source) return a.source < b.source;
  if (a.share != b.share) return a.share > b.share;
  return a.words < b.words;
}

/// Shares of `source` divided by their sum; only its largest are kept.
void normalise(std::vector<Translation>& translations) {
  std::sort(translations.begin(), translations.end(), comes_before);
  if (translations.size() > max_merged_translations) translations.resize(max_merged_translations);
  double sum = 0;
  for (const Translation& translation : translations) sum += translation.share;
  for (Translation& translation : translations) translation.share /= sum;
}

/// Moves the translations of `source` from `from` to the end of `to`.
void take(Source source, const std::vector<Translation>& from, std::vector<Translation>& to) {
  std::copy_if(from.begin(), from.end(), std::back_inserter(to),
               [&](const Translation& translation) { return translation.source == source; });
}

}  // namespace

Lexicon Lexicon::embedded() {
  return Lexicon{embedded::lexicon_image()};
}

Lexicon::Lexicon(std::string_view bytes)
    : image_{bytes}, stemmers_{std::make_unique<StemmerSet>()} {
  if (!bytes.starts_with(image::magic) || bytes.size() < image::head_bytes) fail("no such image");
  if (u32_at(bytes, image::magic.size()) != bytes.size()) fail("it is cut off");
  const auto read_table = [&](std::size_t at) {
    const Table table{u32_at(bytes, at), u32_at(bytes, at + 4)};
    if (!fits(bytes, table.offset, table.rows, image::row_bytes)) fail("a table outside of it");
    return table;
  };
  std::size_t at = image::first_side;
  for (Side* const side : {&english_, &indonesian_}) {
    *side = {read_table(at), read_table(at + image::row_bytes)};
    at += image::side_bytes;
  }
}

LexiconEntry Lexicon::find(std::span<const std::string> words, std::string_view from) const {
  for (std::size_t length = std::min(words.size(), max_entry_words); length > 1; --length) {
    LexiconEntry entry = find_run(words.first(length), from);
    if (entry.length > 0) return entry;
  }
  if (words.empty()) return {};
  LexiconEntry entry = find_run(words.first(1), from);
  const bool is_plural = from == "id" && words.size() > 1 && words[0] == words[1];
  if (entry.length > 0 && is_plural) entry.length = 2;
  return entry;
}

LexiconEntry Lexicon::find_word(const std::string& word, std::string_view from) const {
  return find_run({&word, 1}, from);
}

LexiconEntry Lexicon::find_run(std::span<const std::string> words, std::string_view from) const {
  const Side* const tables = side(from);
  if (tables == nullptr) return {};
  const std::string text = join(words);
  std::vector<Translation> written;
  if (const std::size_t row = find_row(tables->headwords, text); row != no_row)
    written = read_entry(target(tables->headwords, row));
  std::string stems;
  for (const std::string& word : words) {
    if (!stems.empty()) stems += ' ';
    const std::string_view term = stemmers_->term(word, from);
    stems += term.substr(term.find(':') + 1);
  }
  const std::vector<Translation> related = merge_by_stem(*tables, stems, text);
  LexiconEntry entry;
  for (const Source source : {Source::glossary, Source::freedict}) {
    const std::size_t before = entry.translations.size();
    take(source, written, entry.translations);
    if (entry.translations.size() == before) take(source, related, entry.translations);
  }
  if (!entry.translations.empty()) entry.length = words.size();
  return entry;
}

const Lexicon::Side* Lexicon::side(std::string_view from) const {
  if (from == "en") return &english_;
  return from == "id" ? &indonesian_ : nullptr;
}

std::string_view Lexicon::text_at(std::size_t offset) const {
  const std::size_t length = number_at(image_, offset, 1);
  if (image_.size() - offset - 1 < length) fail("a string outside of it");
  return image_.substr(offset + 1, length);
}

std::string_view Lexicon::key(const Table& table, std::size_t row) const {
  if (row >= table.rows) fail("a row that is not there");
  return text_at(u32_at(image_, table.offset + row * image::row_bytes));
}

std::size_t Lexicon::target(const Table& table, std::size_t row) const {
  return u32_at(image_, table.offset + row * image::row_bytes + 4);
}

std::size_t Lexicon::find_row(const Table& table, std::string_view words) const {
  std::size_t begin = 0, end = table.rows;
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (key(table, middle) < words)
      begin = middle + 1;
    else
      end = middle;
  }
  return begin < table.rows && key(table, begin) == words ? begin : no_row;
}

std::vector<Translation> Lexicon::read_entry(std::size_t offset) const {
  const std::size_t count = u32_at(image_, offset);
  if (!fits(image_, offset + 4, count, image::translation_bytes)) fail("an entry outside of it");
  std::vector<Translation> translations;
  translations.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = offset + 4 + i * image::translation_bytes;
    const std::uint32_t flags = number_at(image_, at + 6, 2);
    translations.push_back(
        {std::string{text_at(u32_at(image_, at))},
         static_cast<double>(number_at(image_, at + 4, 2)) / image::whole_share,
         (flags & image::flag_freedict) != 0 ? Source::freedict : Source::glossary,
         (flags & image::flag_ambiguous) != 0});
  }
  return translations;
}

// The stem brings "regulate", "regulation" and "regulator" together: the nearer a headword is
// spelt to the word asked for, the likelier it is meant ("regulations", "mempelajari").
std::vector<Translation> Lexicon::merge_by_stem(const Side& side, std::string_view stems,
                                                std::string_view words) const {
  const std::size_t row = find_row(side.stems, stems);
  if (row == no_row) return {};
  const std::size_t list = target(side.stems, row);
  const std::size_t count = u32_at(image_, list);
  if (!fits(image_, list + 4, count, 4)) fail("a list outside of it");
  std::map<std::pair<Source, std::string>, Translation> merged;
  EditDistance distance{words, max_spelling_edits};
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t headword = u32_at(image_, list + 4 + i * 4);
    const double gap = 1.0 + distance.to(key(side.headwords, headword));
    for (Translation& found : read_entry(target(side.headwords, headword))) {
      found.share /= gap * gap;
      const auto [place, is_new] = merged.try_emplace({found.source, found.words}, found);
      if (is_new) continue;
      place->second.share += found.share;
      place->second.ambiguous = place->second.ambiguous && found.ambiguous;
    }
  }
  std::vector<Translation> result;
  for (const Source source : {Source::glossary, Source::freedict}) {
    std::vector<Translation> part;
    for (const auto& [name, translation] : merged)
      if (translation.source == source) part.push_back(translation);
    normalise(part);
    result.insert(result.end(), part.begin(), part.end());
  }
  return result;
}

}  // namespace pantau
