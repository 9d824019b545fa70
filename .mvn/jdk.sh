# Sets JAVA_HOME to a JDK 25, wherever it lies; sourced by ./mvnw and ./motcua.
# The code is Java 25, while the `java` on the PATH is often an older one.
is_jdk25() { [ -x "$1/bin/javac" ] && grep -qs '^JAVA_VERSION="25' "$1/release"; }

if ! { [ -n "${JAVA_HOME-}" ] && is_jdk25 "$JAVA_HOME"; }; then
  found=''
  set +f
  for candidate in ${JDK_25_HOME-} ${JAVA_25_HOME-} /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_jdk25 "$candidate"; then found=$candidate; break; fi
  done
  if [ -z "$found" ]; then
    echo "motcua needs a JDK 25 and none was found. Install one (for example Temurin 25) or set JAVA_HOME to it." >&2
    exit 1
  fi
  JAVA_HOME=$found
fi
export JAVA_HOME
