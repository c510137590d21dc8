/** What all resources share: problems, ids, pages. */
@NullMarked
package io.tidings.service.web;

import org.jspecify.annotations.NullMarked;
