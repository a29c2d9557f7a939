# The Debian package, by CPack: run by scripts/package, which builds for the prefix /usr.
set(in_package COMPONENT debian EXCLUDE_FROM_ALL)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/systemd/pantau-index.service
              ${CMAKE_CURRENT_BINARY_DIR}/systemd/pantau-index.timer
        DESTINATION lib/systemd/system ${in_package})
install(FILES ${CMAKE_SOURCE_DIR}/data/servers/pantau-cgi.conf DESTINATION /etc/pantau ${in_package})
install(FILES debian/copyright DESTINATION ${documents} ${in_package})
install(FILES debian/lintian-overrides DESTINATION share/lintian/overrides RENAME pantau ${in_package})

# What changed in the program is CHANGELOG.md; Debian's own file says which version the package is of.
file(TIMESTAMP ${CMAKE_SOURCE_DIR}/CHANGELOG.md packaged "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(debian/changelog.in debian/changelog.Debian @ONLY)
foreach(file changelog changelog.Debian)
  if(file STREQUAL "changelog")
    set(source ${CMAKE_SOURCE_DIR}/CHANGELOG.md)
  else()
    set(source ${CMAKE_CURRENT_BINARY_DIR}/debian/changelog.Debian)
  endif()
  set(packed ${CMAKE_CURRENT_BINARY_DIR}/debian/${file}.gz)
  add_custom_command(OUTPUT ${packed} DEPENDS ${source}
                     COMMAND sh -c "${GZIP} -9n <'${source}' >'${packed}'" VERBATIM)
  list(APPEND packed_files ${packed})
endforeach()
add_custom_target(debian_files ALL DEPENDS ${packed_files})
install(FILES ${packed_files} DESTINATION ${documents} ${in_package})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME pantau)
set(CPACK_PACKAGE_VENDOR Pantau)
set(CPACK_PACKAGE_CONTACT "Pantau <pantau@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "full-text search over regulatory tech news")
set(CPACK_PACKAGE_DESCRIPTION
"Pantau reads what crawlers leave (WARC, ARC, WET, HTML, text dumps, JSON
lines), cuts the articles out of their pages, and answers questions over them.
A question in English or Indonesian finds articles in both.
.
This package has the indexer, the search on the command line, a search page
for any web server with CGI, and a service that feeds an index every night.")
set(CPACK_STRIP_FILES ON)
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_PREFIX ${CMAKE_INSTALL_PREFIX})
set(CPACK_COMPONENTS_ALL Unspecified debian)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS adduser)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "lighttpd | apache2 | nginx, fcgiwrap")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
    ${CMAKE_CURRENT_SOURCE_DIR}/debian/postinst ${CMAKE_CURRENT_SOURCE_DIR}/debian/prerm
    ${CMAKE_CURRENT_SOURCE_DIR}/debian/postrm ${CMAKE_CURRENT_SOURCE_DIR}/debian/conffiles)
include(CPack)
