// An option table as Boost.Program_options reads it; only the programs' options.cpp include this.
// Tested by tests/common/option_table_test.cpp.
#pragma once

#include <span>
#include <string>
#include <vector>

#include <boost/program_options.hpp>

#include "common/option_table.h"

namespace pantau {

/// The options of `rows`: values are std::string, and std::vector<std::string> where they may come
/// again.
[[nodiscard]] boost::program_options::options_description to_boost(std::span<const OptionRow> rows);

/// Reads `arguments` by `options`; those without an option are the vector "words", and
/// --list-options, which --help leaves out, is known too. Throws Error{usage}, which points at
/// `program` --help.
[[nodiscard]] boost::program_options::variables_map read_options(
    const std::vector<std::string>& arguments,
    const boost::program_options::options_description& options, const std::string& program);

}  // namespace pantau
