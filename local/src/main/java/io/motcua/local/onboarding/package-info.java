/** What a new agency needs before its first dossier, brought in through the front door as its staff and the hub would. */
@NullMarked
package io.motcua.local.onboarding;

import org.jspecify.annotations.NullMarked;
