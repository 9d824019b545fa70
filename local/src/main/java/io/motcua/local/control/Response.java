package io.motcua.local.control;

import io.motcua.local.supervision.ChildReport;
import java.util.List;

/** @param problem empty when all went well */
record Response(String problem, List<ChildReport> children) {}
