// What the extractor tells about its own decisions: an explanation is made of these.
// Tested by tests/indexer/explanation_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// Where a value was found and how far it is to be trusted.
struct Provenance {
  std::string_view source;  ///< a literal such as "json-ld", "meta", "url"; "" if nothing was found
  double confidence = 0;    ///< 0 to 1: how often values from there are right (extract/README.md)
};

/// A value and its provenance; an empty text means that the page does not say.
struct FoundText {
  std::string text;
  Provenance from;
};

/// What was decided about one block of text, and why.
struct BlockVerdict {
  bool kept = false;
  std::string_view reason;  ///< a literal; "" if it was kept
  std::string text;
};

}  // namespace pantau
