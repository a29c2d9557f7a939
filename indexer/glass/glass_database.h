// Writes a block of articles as a database of Xapian 1.4's glass format, at a third of the time
// that Xapian takes itself: its writer keeps every posting in trees of strings. Nothing is synced,
// and nothing is ever changed in place. Tested by tests/indexer/segment_test.cpp against what
// Xapian makes of the same articles.
//
// Files: iamglass, and a table each (indexer/glass/glass_table.h) of, in the order of keys:
//   postlist  00 C0 name: metadata | 00 D0 slot: how many values, the least, the greatest
//             | 00 D8 slot sortable(document): values, each length and bytes, before all but the
//               first how many documents lie between
//             | 00 E0: lengths, as a term's: | term: number of documents, sum of wdf, first
//             document - 1,
//               '1' if this is its last chunk or '0', last document - first, wdf, and again
//               documents between and wdf; further chunks, without the first three, under term 00
//               sortable(document)
//   docdata   sortable(document): the data, deflated
//   termlist  sortable(document): length, number of terms, each with the bytes shared with the one
//             before and its wdf, deflated | ... 00: the slots it has values in
//   position  term 00 sortable(document): positions
// (xapian-core/backends/glass/glass_postlist.cc, glass_values.cc, glass_termlisttable.cc,
// glass_version.cc; format of 2016-03-14, which all of 1.4 has. indexer/glass/glass_pack.h has
// numbers.)
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "indexer/glass/posting_block.h"

namespace pantau {

/// Makes a database at `path`, which is not there. Documents are numbered from 1 on. Throws
/// Error{index}.
void write_glass_database(const std::filesystem::path& path, const PostingBlock& block,
                          const std::map<std::string, std::string>& metadata);

}  // namespace pantau
