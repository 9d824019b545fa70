// Each is one request. What an answer is called here ({draft.id}) can be used in those below it.
const EXAMPLES = [
  {
    title: "Find the procedure (nobody needs to be signed in)",
    path: "/api/v1/agencies/H37/services/1.004222",
  },
  {
    title: "Open a draft (citizen)",
    name: "draft",
    method: "POST",
    path: "/api/v1/agencies/H37/dossiers",
    body: {
      service: "1.004222",
      channel: "ONLINE",
      language: "en",
      applicant: { name: "Nông Thị Lan", email: "lan@example.vn", phone: "84912000001" },
      form: { newAddress: "12 Trần Đăng Ninh, Lạng Sơn" },
    },
  },
  {
    title: "Change it, deciding on what was read (citizen)",
    method: "PATCH",
    path: "/api/v1/agencies/H37/dossiers/{draft.id}",
    ifMatch: "draft",
    body: { form: { newAddress: "14 Trần Đăng Ninh, Lạng Sơn" } },
  },
  {
    title: "Decide on it once more: refused, for it has changed (citizen)",
    method: "PATCH",
    path: "/api/v1/agencies/H37/dossiers/{draft.id}",
    ifMatch: "draft",
    body: { form: {} },
  },
  {
    title: "One's own dossiers (citizen)",
    path: "/api/v1/me/dossiers?limit=5",
  },
  {
    title: "What is to be done at the counter (receptionist)",
    path: "/api/v1/agencies/H37/dossiers?status=1&limit=5",
  },
];
