/** Campaigns, their books and their people. */
@NullMarked
package io.tidings.service.campaigns;

import org.jspecify.annotations.NullMarked;
