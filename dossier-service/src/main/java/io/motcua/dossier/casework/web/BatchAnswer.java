package io.motcua.dossier.casework.web;

import java.util.List;

/** @param items in the order in which they were asked for */
record BatchAnswer(int done, int refused, List<BatchOutcome> items) {}
