"""More instances of what ./motcua runs, for the checks beside this file."""
import base64, json, os, pathlib, signal, socket, subprocess, sys, time, urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
OFFSET = int(os.environ.get("MOTCUA_PORT_OFFSET", "0"))
SERVICES = ["catalog-service", "dossier-service", "payment-service", "notification-service"]
GATEWAY, DISCOVERY = 8080 + OFFSET, 8761 + OFFSET
PATIENCE = 90


def motcua(*words):
    return subprocess.run([str(ROOT / "motcua"), *words], capture_output=True, text=True, check=True).stdout.strip()


def runs():
    return subprocess.run([str(ROOT / "motcua"), "status"], capture_output=True).returncode == 0


def until(what, condition, patience=PATIENCE):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.2)
    sys.exit(f"{pathlib.Path(sys.argv[0]).name}: {what} did not happen within {patience} s")


def registered(service):
    """The ports of the instances that are up; none where the register is away."""
    secret = (ROOT / ".motcua/keys/register-reader-operator").read_text().strip()
    credential = base64.b64encode(f"operator:{secret}".encode()).decode()
    request = urllib.request.Request(f"http://127.0.0.1:{DISCOVERY}/eureka/apps",
                                     headers={"Accept": "application/json", "Authorization": f"Basic {credential}"})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            apps = json.load(answer)["applications"]["application"]
    except OSError:
        return set()
    return {i["port"]["$"] for a in apps if a["name"] == service.upper() for i in a["instance"] if i["status"] == "UP"}


def ready(port):
    """Whether readiness is told at this management port."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/actuator/health/readiness", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def free_port():
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        return it.getsockname()[1]


def as_run(part):
    """How the launcher runs a part: command, environment, folder."""
    pid = json.loads((ROOT / ".motcua/pids" / f"{part}.pid").read_text())["pid"]
    command = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().decode().rstrip("\0").split("\0")
    environment = pathlib.Path(f"/proc/{pid}/environ").read_bytes().decode().rstrip("\0").split("\0")
    return command, dict(it.split("=", 1) for it in environment if "=" in it), os.readlink(f"/proc/{pid}/cwd")


class Instance:
    """Another one of a part, as the launcher's own runs, but for its ports and its patience when it leaves."""

    def __init__(self, service, settings=None, log=None):
        self.service, self.port, self.management, self.log = service, free_port(), free_port(), log
        self.command, self.environment, self.directory = as_run(service)
        self.environment |= {"SERVER_PORT": str(self.port), "MANAGEMENT_SERVER_PORT": str(self.management)}
        self.environment.pop("MOTCUA_DRAINING_PAUSE", None)  # as elsewhere: the launcher has no other instance to wait for
        self.environment |= settings or {}
        self.process = None

    def launch(self):
        with open(self.log or os.devnull, "ab") as log:
            self.process = subprocess.Popen(self.command, env=self.environment, cwd=self.directory, stdout=log, stderr=log)

    def start(self):
        self.launch()
        until(f"{self.service} on {self.port} in the register", lambda: self.port in registered(self.service))
        time.sleep(4)  # the gateway reads the register every 2 s

    def runs(self):
        return self.process is not None and self.process.poll() is None

    def leave(self):
        self.process.send_signal(signal.SIGTERM)

    def stop(self):
        if self.runs():
            self.leave()
            self.process.wait(PATIENCE)

    def kill(self):
        self.process.kill()
        self.process.wait()
