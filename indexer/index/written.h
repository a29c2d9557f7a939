// What writing an article did to an index.
#pragma once

namespace pantau {

enum class Written { added, replaced, unchanged };

}  // namespace pantau
