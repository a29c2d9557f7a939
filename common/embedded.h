// The reviewed text files of data/ that are compiled into the programs (embed_text in
// CMakeLists.txt). Each is the whole file, comment lines included; tsv_rows (common/tsv.h) reads
// them.
#pragma once

#include <string_view>

namespace pantau::embedded {

extern const std::string_view english_stems;  ///< data/stems/english.tsv: word TAB stem
extern const std::string_view same_words;  ///< data/words/same.tsv: language TAB words [TAB name]
extern const std::string_view indonesian_stems;  ///< data/stems/indonesian.tsv: word TAB stem
extern const std::string_view law_names;         ///< data/words/laws.tsv: kind TAB name
extern const std::string_view stop_words;        ///< data/words/stop.tsv: language TAB word
extern const std::string_view outlets;           ///< data/outlets/outlets.tsv: host TAB name
extern const std::string_view interruptions;     ///< data/phrases/interruptions.tsv
extern const std::string_view menu_phrases;      ///< data/phrases/menu.tsv

/// What is compiled further at build time (embed_image): the entities (common/entities/entities.h)
/// and the searcher's lexicon (searcher/lexicon/lexicon.h).
[[nodiscard]] std::string_view entity_image();
[[nodiscard]] std::string_view lexicon_image();

}  // namespace pantau::embedded
