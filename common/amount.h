// Numbers and amounts in one spelling: "1.000.000", "1,000,000" and "1000000" are one number, and
// "Rp5" and "6GHz" are two words each. Tested by tests/common/amount_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pantau {

/// A number without separators of thousands and with a point before its decimals. What groups of
/// three say is a whole number ("2.025" is 2025), in whichever language. Anything else, a date or
/// an address such as "192.168.0.1", stays as it is.
[[nodiscard]] std::string number_form(std::string_view number);

/// Where the parts of an amount written as one word end: {2, 7} for "Rp202,5", {1, 4} for "6GHz".
/// Empty if `word` is no amount: a currency, a number and a unit, of which the number must be there
/// and one of the others. A unit of one letter is one only in an amount of `money`, as in "$5m", or
/// after decimals.
[[nodiscard]] std::vector<std::size_t> amount_parts(std::string_view word, bool money);

}  // namespace pantau
