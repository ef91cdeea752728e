// The page that the HTML report is: page.html with page.css and the scripts put in, embedded when py3k is built
// (cmake/EmbedFiles.cmake). The data goes between the two parts.
//
//   out << page_until_data() << lines << page_after_data();
#pragma once

#include <string>

namespace py3k::cli {

std::string page_until_data();
std::string page_after_data();

}  // namespace py3k::cli
