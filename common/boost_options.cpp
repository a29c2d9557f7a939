#include "common/boost_options.h"

#include "common/error.h"

namespace pantau {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

/// A typed_value with the name and default of `row`. Boost owns what comes back.
template <class Value>
po::typed_value<Value>* to_value(const OptionRow& row) {
  return po::value<Value>()->value_name(std::string{value_name(row)});
}

const po::value_semantic* to_semantic(const OptionRow& row) {
  if (row.value.empty()) return new po::untyped_value{true};
  if (repeats(row)) return to_value<Strings>(row);
  auto* const value = to_value<std::string>(row);
  return row.standard.empty() ? value : value->default_value(std::string{row.standard});
}

}  // namespace

po::options_description to_boost(std::span<const OptionRow> rows) {
  po::options_description options{"Options"};
  for (const OptionRow& row : rows)
    options.add_options()(std::string{row.name}.c_str(), to_semantic(row),
                          std::string{row.help}.c_str());
  return options;
}

po::variables_map read_options(const Strings& arguments, const po::options_description& options,
                               const std::string& program) {
  po::options_description all;
  all.add(options).add_options()("words", po::value<Strings>(), "")("list-options", "");
  po::positional_options_description words;
  words.add("words", -1);
  // No guessing: an option that is cut short today may mean another one tomorrow.
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  po::variables_map values;
  try {
    po::store(po::command_line_parser{arguments}.options(all).positional(words).style(style).run(),
              values);
  } catch (const po::error& error) {
    throw Error{Error::Kind::usage, std::string{error.what()} + "; see " + program + " --help"};
  }
  return values;
}

}  // namespace pantau
