/** The API and its workers. */
@NullMarked
package io.tidings.service;

import org.jspecify.annotations.NullMarked;
