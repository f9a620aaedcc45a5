export default { title: "Chat" };
