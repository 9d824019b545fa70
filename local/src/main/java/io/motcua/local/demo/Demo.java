package io.motcua.local.demo;

import io.motcua.local.layout.Ports;
import java.io.PrintStream;

public final class Demo {
    public Demo(Ports ports, PrintStream out) {}

    public boolean run() {
        return false;
    }
}
