// What writing an article did to an index.
#pragma once

namespace pantau {

enum class Written {
  added,
  replaced,
  unchanged,
  deleted,  ///< left out: somebody deleted it, and the index remembers that
};

}  // namespace pantau
